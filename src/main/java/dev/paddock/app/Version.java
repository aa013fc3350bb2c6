package dev.paddock.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version the build wrote into the app. */
final class Version {
    private Version() {}

    static String text() {
        try (var in = Version.class.getResourceAsStream("/dev/paddock/version.properties")) {
            var properties = new Properties();
            properties.load(Objects.requireNonNull(in));
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
