package dev.paddock.app;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where this app is installed. */
final class InstallFolders {
    private InstallFolders() {}

    /**
     * The folders that may hold a bundled engine: an installed app has it beside its runtime, a
     * checkout has it beside {@code target}.
     */
    static List<Path> besideApp() {
        var folders = new ArrayList<Path>();
        var home = Path.of(System.getProperty("java.home")).toAbsolutePath();
        if (Files.exists(home.resolveSibling("app"))) {
            folders.add(home.resolveSibling("app"));
        }
        codeLocation()
                .filter(classes -> classes.endsWith(Path.of("target", "classes")))
                .ifPresent(classes -> folders.add(classes.getParent().getParent()));
        return folders;
    }

    private static Optional<Path> codeLocation() {
        var source = InstallFolders.class.getProtectionDomain().getCodeSource();
        try {
            return source == null || !"file".equals(source.getLocation().getProtocol())
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()).toAbsolutePath());
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }
}
