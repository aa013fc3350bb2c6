package dev.paddock.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one folder that holds everything the app writes, and what lies where in it.
 *
 * @param data absolute; need not exist yet
 */
public record AppDirs(Path data) {
    /** What Java says of an account that has none. */
    private static final String NO_HOME = "?";

    /** Of all that lies directly in it: the names, or how they begin. */
    private static final Pattern OURS =
            Pattern.compile(
                    "(?:settings\\.(?:json|unreadable-)|drafts\\.json).*|history\\.db.*|paddock\\.(?:lock|door).*"
                        + "|logs|models|engines|self-test\\.png");

    public AppDirs {
        data = data.toAbsolutePath().normalize();
    }

    /**
     * The place for application data of the system this process runs on; empty for an account
     * without a home.
     *
     * @throws java.nio.file.InvalidPathException where the locale lacks a letter of its name
     */
    public static Optional<AppDirs> ofSystem() {
        return ofSystem(
                System.getProperty("os.name", ""),
                System.getProperty("user.home", NO_HOME),
                System.getenv());
    }

    /**
     * Linux and others: {@code $XDG_DATA_HOME} or {@code ~/.local/share}; macOS: {@code
     * ~/Library/Application Support}; Windows: {@code %LOCALAPPDATA%}, else {@code %APPDATA%}.
     */
    static Optional<AppDirs> ofSystem(String system, String user, Map<String, String> environment) {
        var home =
                Optional.of(user)
                        .filter(name -> !name.isBlank() && !name.equals(NO_HOME))
                        .map(Path::of);
        if (system.startsWith("Mac")) {
            return home.map(it -> it.resolve("Library").resolve("Application Support"))
                    .map(it -> new AppDirs(it.resolve("Paddock")));
        }
        if (system.startsWith("Windows")) {
            return absolute(environment, "LOCALAPPDATA")
                    .or(() -> absolute(environment, "APPDATA"))
                    .or(() -> home.map(it -> it.resolve("AppData").resolve("Local")))
                    .map(it -> new AppDirs(it.resolve("Paddock")));
        }
        return absolute(environment, "XDG_DATA_HOME")
                .or(() -> home.map(it -> it.resolve(".local").resolve("share")))
                .map(it -> new AppDirs(it.resolve("paddock")));
    }

    public Path settings() {
        return data.resolve("settings.json");
    }

    /** What is being written and not sent. */
    public Path drafts() {
        return data.resolve("drafts.json");
    }

    public Path history() {
        return data.resolve("history.db");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path models() {
        return data.resolve("models");
    }

    /** What is remembered of running engines. */
    public Path engines() {
        return data.resolve("engines");
    }

    /**
     * Creates the folder and those for logs and models, for their owner alone. What is ours in a
     * folder that is there is narrowed, and the folder with it unless other things lie in it: those
     * may be meant for others.
     */
    public AppDirs create() throws IOException {
        if (Files.isDirectory(data)) {
            narrow();
        } else {
            OwnerOnly.folder(data);
        }
        OwnerOnly.folder(logs());
        OwnerOnly.folder(models());
        return this;
    }

    private void narrow() throws IOException {
        boolean alone = true;
        for (Path path : within(data)) {
            if (OURS.matcher(path.getFileName().toString()).matches()) {
                OwnerOnly.narrow(path);
            } else {
                alone = false;
            }
        }
        if (alone) {
            OwnerOnly.narrow(data);
        }
        for (Path folder : List.of(logs(), engines(), models())) {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                within(folder).forEach(OwnerOnly::narrow);
            }
        }
    }

    private static List<Path> within(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }

    /** What the XDG rules say of relative paths holds for all: they are ignored. */
    private static Optional<Path> absolute(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
