package dev.paddock.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rooms that stand, as docs/DESIGN.md draws them, below some root package. */
record House(String root) {
    /** Each room of the domain with those it may know. */
    static final Map<String, List<String>> DOMAIN =
            Map.of(
                    "signal", List.of(),
                    "option", List.of(),
                    "model", List.of("signal"),
                    "engine", List.of("model", "option", "signal"),
                    "connection", List.of("engine", "signal"),
                    "chat", List.of("connection", "option", "signal"),
                    "monitor", List.of("chat", "connection", "signal"),
                    "settings", List.of("option", "connection", "signal", "engine"));

    static final List<String> ADAPTERS =
            List.of(
                    "llama",
                    "sqlite",
                    "files",
                    "hardware",
                    "http",
                    "instance",
                    "json",
                    "desktop",
                    "exchange");

    /** Features of the window: what all of them may know is {@link #FOR_FEATURES}. */
    static final List<String> FEATURES =
            List.of("chat", "engine", "models", "settings", "shell", "status");

    static final List<String> FOR_FEATURES = List.of("common", "transcript", "words");

    /** What features share, each with the rooms of ui it may know. */
    static final Map<String, List<String>> SHARED =
            Map.of(
                    "common", List.of("words"),
                    "maths", List.of("common", "text", "words"),
                    "platform", List.of("words"),
                    "text", List.of(),
                    "transcript", List.of("common", "maths", "text", "words"),
                    "words", List.of());

    /** Classes of these rooms and of rooms within them. */
    DescribedPredicate<JavaClass> inside(String... rooms) {
        return resideInAnyPackage(
                Stream.of(rooms).map(room -> root + "." + room + "..").toArray(String[]::new));
    }

    DescribedPredicate<JavaClass> inside(Stream<String> rooms) {
        return inside(rooms.toArray(String[]::new));
    }

    DescribedPredicate<JavaClass> domain() {
        return inside(DOMAIN.keySet().stream());
    }

    DescribedPredicate<JavaClass> adapters() {
        return inside(ADAPTERS.stream());
    }

    /** Of everything the project has written itself. */
    static Sizes sizes() throws IOException {
        return Sizes.of(Path.of("src"), Path.of("bin"), Path.of("packaging"));
    }
}
