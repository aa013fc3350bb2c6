package dev.paddock.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class ArchitectureTest {
    private static final String ROOT = HouseFigures.ROOT;
    private static final JavaClasses HOUSE = HouseFigures.classes();
    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("planted");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsArrows() {
        return Rules.of(ROOT).entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    /** A room that no arrow is drawn for would be held by no rule. */
    @Test
    void everyRoomIsDrawn() {
        var drawn =
                Stream.of(
                                House.DOMAIN.keySet().stream(),
                                House.ADAPTERS.stream(),
                                Stream.concat(
                                                House.FEATURES.stream(),
                                                House.SHARED.keySet().stream())
                                        .map(room -> "ui." + room),
                                Stream.of("app"))
                        .flatMap(rooms -> rooms)
                        .collect(Collectors.toSet());
        assertEquals(drawn, rooms(HOUSE));
    }

    private static Set<String> rooms(JavaClasses house) {
        return house.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1))
                .map(name -> name.replaceFirst("^((?:ui\\.)?[a-z]+).*", "$1"))
                .collect(Collectors.toSet());
    }

    /**
     * Under {@code planted.<rule>} stands a small tree that breaks just that rule, once with each
     * class that is called a Violator.
     */
    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsPlantedViolators() {
        return Rules.of("unused").keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> assertCaught(name)));
    }

    private static void assertCaught(String name) {
        String root = "planted." + name;
        JavaClasses planted = PLANTED.that(resideInAPackage(root + ".."));
        var violators =
                planted.stream().filter(it -> it.getSimpleName().contains("Violator")).toList();
        assertTrue(!violators.isEmpty(), "nothing is planted under " + root);
        var rules = Rules.of(root);
        var caught = rules.get(name).evaluate(planted).getFailureReport().toString();
        for (var violator : violators) {
            assertTrue(caught.contains(violator.getName()), violator + " is not caught: " + caught);
        }
        var others =
                rules.keySet().stream()
                        .filter(other -> !other.equals(name))
                        .filter(
                                other ->
                                        rules.get(other)
                                                .allowEmptyShould(true)
                                                .evaluate(planted)
                                                .hasViolation())
                        .toList();
        assertEquals(List.of(), others, "breaks other rules as well");
    }
}
