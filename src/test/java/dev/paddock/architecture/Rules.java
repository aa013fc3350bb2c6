package dev.paddock.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The arrows of the house, for the real tree and for the planted ones. */
final class Rules {
    private static final String[] DOMAIN = {
        "engine", "connection", "chat", "model", "monitor", "option", "settings", "signal"
    };
    private static final String[] ADAPTERS = {"llama", "sqlite", "files", "hardware", "instance"};
    private static final String[] FEATURES = {
        "shell", "chat", "engine", "status", "models", "settings"
    };

    private final String root;

    private Rules(String root) {
        this.root = root;
    }

    /** Every rule by name, about the tree under the package {@code root}. */
    static Map<String, ArchRule> of(String root) {
        var rules = new Rules(root);
        var all = new LinkedHashMap<String, ArchRule>();
        all.put("javafx", rules.javaFxOnlyInUiAndApp());
        all.put("domain", rules.domainKnowsOnlyTheJdk());
        all.put("uiadapter", rules.uiKnowsNoAdapter());
        all.put("onapp", rules.nobodyKnowsApp());
        for (String adapter : ADAPTERS) {
            all.put("adapter." + adapter, rules.adapterStandsAlone(adapter));
        }
        for (String feature : FEATURES) {
            all.put("feature." + feature, rules.featureStandsAlone(feature));
        }
        all.put("cycle", slices().matching(root + ".(*)..").should().beFreeOfCycles());
        all.put("uicycle", slices().matching(root + ".ui.(*)..").should().beFreeOfCycles());
        all.put("runlater", rules.runLaterOnlyInUiThread());
        all.put("process", rules.processesOnlyInLlamaProcess());
        all.put("streams", rules.noStandardStreamsOutsideApp());
        all.put("json", rules.onlyIn("tools.jackson..", "llama", "files", "sqlite", "app"));
        all.put("http", rules.onlyIn("java.net.http..", "http"));
        all.put("sql", rules.onlyIn("java.sql..", "sqlite"));
        all.put("oshi", rules.onlyIn("oshi..", "hardware"));
        return all;
    }

    private ArchRule javaFxOnlyInUiAndApp() {
        return noClasses()
                .that(not(inside("ui", "app")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..");
    }

    private ArchRule domainKnowsOnlyTheJdk() {
        return noClasses()
                .that(inside(DOMAIN))
                .should()
                .dependOnClassesThat(
                        not(inside(DOMAIN))
                                .and(not(resideInAnyPackage("java..", "org.jspecify..")))
                                .or(resideInAnyPackage("java.net.http..", "java.sql.."))
                                .as("anything but the domain and the JDK"));
    }

    private ArchRule uiKnowsNoAdapter() {
        return noClasses().that(inside("ui")).should().dependOnClassesThat(inside(ADAPTERS));
    }

    private ArchRule nobodyKnowsApp() {
        return noClasses()
                .that(resideInAPackage(root + "..").and(not(inside("app"))))
                .should()
                .dependOnClassesThat(inside("app"));
    }

    private ArchRule adapterStandsAlone(String adapter) {
        return noClasses()
                .that(inside(adapter))
                .should()
                .dependOnClassesThat(inside(others(ADAPTERS, adapter)))
                .orShould()
                .dependOnClassesThat(inside("ui"));
    }

    private ArchRule featureStandsAlone(String feature) {
        return noClasses()
                .that(inside("ui." + feature))
                .should()
                .dependOnClassesThat(
                        inside(
                                Arrays.stream(others(FEATURES, feature))
                                        .map(other -> "ui." + other)
                                        .toArray(String[]::new)))
                .allowEmptyShould(false);
    }

    private ArchRule runLaterOnlyInUiThread() {
        return noClasses()
                .that()
                .haveSimpleNameNotStartingWith("UiThread")
                .should()
                .callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable");
    }

    private ArchRule processesOnlyInLlamaProcess() {
        return noClasses()
                .that(not(inside("llama.process")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethodWhere(
                        DescribedPredicate.describe(
                                "Runtime.exec",
                                call ->
                                        call.getName().equals("exec")
                                                && call.getTargetOwner()
                                                        .isEquivalentTo(Runtime.class)));
    }

    private ArchRule noStandardStreamsOutsideApp() {
        return noClasses()
                .that(not(inside("app")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err");
    }

    private ArchRule onlyIn(String library, String... rooms) {
        return noClasses()
                .that(not(inside(rooms)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private DescribedPredicate<JavaClass> inside(String... rooms) {
        String[] packages =
                Stream.of(rooms).map(room -> root + "." + room + "..").toArray(String[]::new);
        return resideInAnyPackage(packages);
    }

    private static String[] others(String[] all, String one) {
        return Stream.of(all).filter(each -> !each.equals(one)).toArray(String[]::new);
    }
}
