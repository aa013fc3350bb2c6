package dev.paddock.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What breaks the rules of the house, for {@code bin/bench house}. */
public final class HouseFigures {
    static final String ROOT = "dev.paddock";

    private HouseFigures() {}

    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    /** For each figure what breaks its rule, in words. */
    public static Map<String, List<String>> measure() throws IOException {
        var figures = new LinkedHashMap<String, List<String>>();
        var sizes = House.sizes();
        figures.put("files over " + Sizes.MOST_LINES, sizes.files());
        figures.put("methods over " + Sizes.MOST_METHOD_LINES, sizes.methods());
        figures.put("constructors over " + Sizes.MOST_PARAMETERS, sizes.constructors());
        var classes = classes();
        var rules = Rules.of(ROOT);
        figures.put("JavaFX in domain or adapters", broken(rules.remove("javafx"), classes));
        figures.put(
                "circles",
                Stream.of("cycle", "uicycle")
                        .flatMap(name -> broken(rules.remove(name), classes).stream())
                        .toList());
        figures.put(
                "other arrows and places",
                rules.values().stream().flatMap(rule -> broken(rule, classes).stream()).toList());
        figures.put("style classes", StyleSheets.below(Path.of("src/main")).faults());
        return figures;
    }

    private static List<String> broken(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
