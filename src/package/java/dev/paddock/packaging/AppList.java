package dev.paddock.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** What is packaged, as the shared lists under {@code packaging/} and the built classes say. */
final class AppList {
    static final Path FILE = Path.of("packaging", "jpackage", "app.properties");
    static final Path OPTIONS = Path.of("packaging", "jvm.options");

    /** Options of the installed app alone; {@link #APP} and {@link #LIB} stand for folders. */
    static final Path INSTALLED_OPTIONS = Path.of("packaging", "jpackage", "image.options");

    static final String APP = "$APP";
    static final String LIB = "$LIB";

    private static final Path VERSION =
            Path.of("target", "classes", "dev", "paddock", "version.properties");
    private static final Path MODULE_PATH = Path.of("target", "module-path");

    private final Properties properties;
    private final String version;

    private AppList(Properties properties, String version) {
        this.properties = properties;
        this.version = version;
    }

    static AppList read() throws IOException {
        return new AppList(load(FILE), value(load(VERSION), "version"));
    }

    private static Properties load(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static String value(Properties properties, String key) {
        return Objects.requireNonNull(properties.getProperty(key), key);
    }

    String of(String key) {
        return value(properties, key);
    }

    List<String> words(String key) {
        return List.of(of(key).split(" "));
    }

    /** As jpackage takes it: numbers and dots alone, and on macOS nothing below 1. */
    String version() {
        String numbers = version.replaceFirst("-.*", "");
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return mac ? numbers.replaceFirst("^0\\.", "1.") : numbers;
    }

    /** The app's classes, then every jar it runs with. */
    static List<Path> modulePath() throws IOException {
        var paths = new ArrayList<Path>();
        paths.add(Path.of("target", "classes"));
        for (String jar :
                Files.readString(MODULE_PATH).strip().split(System.getProperty("path.separator"))) {
            paths.add(Path.of(jar));
        }
        return paths;
    }

    /**
     * Every option the installed app's Java is given.
     *
     * @param app where the app's own files lie, as the launcher writes it
     * @param libraries where the native libraries lie, as the launcher writes it
     */
    static List<String> javaOptions(String app, String libraries) throws IOException {
        var options = new ArrayList<>(lines(OPTIONS));
        for (String option : lines(INSTALLED_OPTIONS)) {
            options.add(option.replace(APP, app).replace(LIB, libraries));
        }
        return options;
    }

    /** Without comments and empty lines. */
    static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }
}
