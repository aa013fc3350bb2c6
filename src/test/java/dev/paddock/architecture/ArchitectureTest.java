package dev.paddock.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Stream;

class ArchitectureTest {
    private static final String ROOT = "dev.paddock";

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsArrows() {
        JavaClasses house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
        return Rules.of(ROOT).entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(house)));
    }

    /** Under {@code planted.<rule>} stands a small tree that breaks just that rule. */
    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsPlantedViolator() {
        return Rules.of("unused").keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertCaught(name)));
    }

    private static void assertCaught(String name) {
        String root = "planted." + name;
        JavaClasses planted = new ClassFileImporter().importPackages(root);
        assertTrue(planted.iterator().hasNext(), "nothing is planted under " + root);
        var result = Rules.of(root).get(name).evaluate(planted);
        assertTrue(result.hasViolation(), name + " does not catch its planted violator");
    }
}
