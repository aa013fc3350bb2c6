package dev.paddock.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of this app and of what it was built with. */
final class Version {
    private static final String FILE = "/dev/paddock/version.properties";

    private Version() {}

    static String text() {
        return property("version");
    }

    /** Known without starting JavaFX. */
    static String javaFx() {
        return property("javafx");
    }

    private static String property(String name) {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in, FILE));
            return properties.getProperty(name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
