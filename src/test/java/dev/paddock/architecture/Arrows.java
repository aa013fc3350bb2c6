package dev.paddock.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who may know whom. */
final class Arrows {
    private final House house;

    private Arrows(House house) {
        this.house = house;
    }

    static Map<String, ArchRule> of(House house) {
        var arrows = new Arrows(house);
        var all = new TreeMap<String, ArchRule>();
        all.put("javafx", arrows.javaFxOnlyInUiAndApp());
        all.put("javafx.plain", arrows.textsAndWordsKnowNoJavaFx());
        all.put("jdk", arrows.domainKnowsOnlyTheJdk());
        all.put("onapp", arrows.nobodyKnowsApp());
        all.put("onui", arrows.nobodyButAppKnowsUi());
        all.put("uiadapter", arrows.uiKnowsNoAdapter());
        all.put("cycle", arrows.noCyclesOf("(*).."));
        all.put("uicycle", arrows.noCyclesOf("ui.(*).."));
        House.DOMAIN.forEach(
                (room, known) -> all.put("domain." + room, arrows.domain(room, known)));
        House.SHARED.forEach((room, known) -> all.put("shared." + room, arrows.ui(room, known)));
        for (String feature : House.FEATURES) {
            all.put("feature." + feature, arrows.ui(feature, House.FOR_FEATURES));
        }
        for (String adapter : House.ADAPTERS) {
            all.put("adapter." + adapter, arrows.adapterStandsAlone(adapter));
        }
        return all;
    }

    private ArchRule javaFxOnlyInUiAndApp() {
        return noClasses()
                .that(not(house.inside("ui", "app")))
                .should()
                .dependOnClassesThat(javaFx());
    }

    private ArchRule textsAndWordsKnowNoJavaFx() {
        return noClasses()
                .that(house.inside("ui.text", "ui.words"))
                .should()
                .dependOnClassesThat(javaFx());
    }

    private static DescribedPredicate<JavaClass> javaFx() {
        return resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..");
    }

    private ArchRule domainKnowsOnlyTheJdk() {
        return noClasses()
                .that(house.domain())
                .should()
                .dependOnClassesThat(
                        not(house.domain())
                                .and(not(resideInAnyPackage("java..", "org.jspecify..")))
                                .and(not(javaFx()))
                                .and(not(house.inside("app", "ui")))
                                .as("anything but the domain and the JDK"));
    }

    private ArchRule nobodyKnowsApp() {
        return noClasses()
                .that(resideInAPackage(house.root() + "..").and(not(house.inside("app"))))
                .should()
                .dependOnClassesThat(house.inside("app"));
    }

    private ArchRule nobodyButAppKnowsUi() {
        return noClasses()
                .that(not(house.inside("ui", "app")))
                .should()
                .dependOnClassesThat(house.inside("ui"));
    }

    private ArchRule uiKnowsNoAdapter() {
        return noClasses().that(house.inside("ui")).should().dependOnClassesThat(house.adapters());
    }

    private ArchRule noCyclesOf(String rooms) {
        return slices().matching(house.root() + "." + rooms).should().beFreeOfCycles();
    }

    private ArchRule domain(String room, List<String> known) {
        return noClasses()
                .that(house.inside(room))
                .should()
                .dependOnClassesThat(
                        house.inside(without(House.DOMAIN.keySet().stream(), room, known)));
    }

    private ArchRule adapterStandsAlone(String adapter) {
        return noClasses()
                .that(house.inside(adapter))
                .should()
                .dependOnClassesThat(
                        house.inside(
                                without(
                                        House.ADAPTERS.stream(),
                                        adapter,
                                        List.of("http", "json"))));
    }

    private ArchRule ui(String room, List<String> known) {
        var all = Stream.concat(House.FEATURES.stream(), House.SHARED.keySet().stream());
        return noClasses()
                .that(house.inside("ui." + room))
                .should()
                .dependOnClassesThat(
                        house.inside(without(all, room, known).map(each -> "ui." + each)));
    }

    private static Stream<String> without(Stream<String> all, String one, List<String> others) {
        return all.filter(each -> !each.equals(one) && !others.contains(each));
    }
}
