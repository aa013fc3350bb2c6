package dev.paddock.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import java.io.PrintStream;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;

/** What may be used in some rooms only. */
final class Places {
    /** Each package with the rooms it belongs to. */
    private static final Map<String, List<String>> PACKAGES =
            Map.of(
                    "java.net.http", List.of("http"),
                    "java.sql", List.of("sqlite"),
                    "oshi", List.of("hardware"),
                    "tools.jackson", List.of("json", "llama", "files", "sqlite", "exchange"));

    /** What opens a way into the network or to another program of this machine. */
    private static final Set<String> SOCKETS =
            Set.of(
                    "java.net.Socket",
                    "java.net.ServerSocket",
                    "java.net.DatagramSocket",
                    "java.net.UnixDomainSocketAddress",
                    "java.net.URLConnection",
                    "java.net.HttpURLConnection",
                    "java.nio.channels.SocketChannel",
                    "java.nio.channels.ServerSocketChannel",
                    "java.nio.channels.DatagramChannel",
                    "java.nio.channels.AsynchronousSocketChannel",
                    "java.nio.channels.AsynchronousServerSocketChannel",
                    "javax.net.SocketFactory",
                    "javax.net.ssl.SSLSocketFactory");

    /** Methods that ask the system for its language when no locale is given. */
    private static final Map<Class<?>, Set<String>> INHERITING =
            Map.of(
                    String.class, Set.of("format", "toLowerCase", "toUpperCase"),
                    PrintStream.class, Set.of("format", "printf"),
                    NumberFormat.class,
                            Set.of("getInstance", "getIntegerInstance", "getPercentInstance"),
                    DateTimeFormatter.class,
                            Set.of("ofLocalizedDate", "ofLocalizedTime", "ofLocalizedDateTime"));

    private final House house;

    private Places(House house) {
        this.house = house;
    }

    static Map<String, ArchRule> of(House house) {
        var places = new Places(house);
        var all = new TreeMap<String, ArchRule>();
        PACKAGES.forEach((name, rooms) -> all.put("only." + name, places.onlyIn(name, rooms)));
        all.put("socket", places.socketsInTheirRooms());
        all.put("process", places.processesInTheirRooms());
        all.put("streams", places.noStandardStreamsOutsideApp());
        all.put("runlater", places.runLaterOnlyInUiThread());
        all.put("bundle", places.bundlesOnlyInWords());
        all.put("locale", places.localesOnlyInWords());
        all.put("language", places.noLanguageInherited());
        return all;
    }

    private ArchRule onlyIn(String library, List<String> rooms) {
        return noClasses()
                .that(not(house.inside(rooms.stream())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..");
    }

    private ArchRule socketsInTheirRooms() {
        return noClasses()
                .that(not(house.inside("http", "instance", "engine.check")))
                .should()
                .dependOnClassesThat(
                        describe("sockets", (JavaClass it) -> SOCKETS.contains(it.getName())));
    }

    private ArchRule processesInTheirRooms() {
        return noClasses()
                .that(not(house.inside("llama.process", "desktop")))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .accessTargetWhere(to(Runtime.class, Set.of("exec")));
    }

    private ArchRule noStandardStreamsOutsideApp() {
        return noClasses()
                .that(not(house.inside("app")))
                .should()
                .accessTargetWhere(to(System.class, Set.of("in", "out", "err")));
    }

    private ArchRule runLaterOnlyInUiThread() {
        return noClasses()
                .that(not(isOrIsWithin("ui.common.UiThread")))
                .should()
                .accessTargetWhere(
                        describe(
                                "Platform.runLater",
                                access ->
                                        access.getTargetOwner()
                                                        .getName()
                                                        .equals("javafx.application.Platform")
                                                && access.getName().equals("runLater")));
    }

    private ArchRule bundlesOnlyInWords() {
        return noClasses()
                .that(not(house.inside("ui.words")))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ResourceBundle.class);
    }

    /** {@link Locale#ROOT} is for machines and may stand anywhere. */
    private ArchRule localesOnlyInWords() {
        return noClasses()
                .that(not(house.inside("ui.words")))
                .should()
                .accessTargetWhere(
                        describe(
                                "a language",
                                access ->
                                        access.getTargetOwner().isEquivalentTo(Locale.class)
                                                && !access.getName().equals("ROOT")));
    }

    private ArchRule noLanguageInherited() {
        return noClasses()
                .that(resideInAPackage(house.root() + ".."))
                .should()
                .accessTargetWhere(describe("the system's language", Places::inheritsTheLanguage));
    }

    private static boolean inheritsTheLanguage(JavaAccess<?> access) {
        return INHERITING.entrySet().stream()
                .anyMatch(
                        each ->
                                access.getTargetOwner().isEquivalentTo(each.getKey())
                                        && each.getValue().contains(access.getName())
                                        && !access.getTarget()
                                                .getFullName()
                                                .contains("(" + Locale.class.getName()));
    }

    private DescribedPredicate<JavaClass> isOrIsWithin(String name) {
        String full = house.root() + "." + name;
        return describe(
                name,
                (JavaClass it) -> it.getName().equals(full) || it.getName().startsWith(full + "$"));
    }

    private static DescribedPredicate<JavaAccess<?>> to(Class<?> owner, Set<String> names) {
        return describe(
                owner.getSimpleName() + "." + names,
                access ->
                        access.getTargetOwner().isEquivalentTo(owner)
                                && names.contains(access.getName()));
    }
}
