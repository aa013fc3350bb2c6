package dev.paddock.app;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineLocation.Origin;
import dev.paddock.engine.FailureException;
import dev.paddock.llama.process.EngineLocator;
import dev.paddock.llama.process.LlamaLauncher;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Looks for the engine at the start and whenever a person names another place. */
final class EngineSearch {
    private final EngineLocator locator = new EngineLocator(foldersBesideApp(), System.getenv());
    private final Signal<EngineLocation> location = new Signal<>(new EngineLocation.Searching());
    private final Optional<Path> commandLine;
    private final LlamaLauncher engine;
    private final Executor background;
    private Optional<Optional<Path>> searched = Optional.empty();

    EngineSearch(Optional<Path> commandLine, LlamaLauncher engine, Executor background) {
        this.commandLine = commandLine;
        this.engine = engine;
        this.background = background;
    }

    Observable<EngineLocation> location() {
        return location;
    }

    /** Searches now and after every change of the place in the settings. */
    void follow(Preferences preferences) {
        preferences.settings().subscribe(settings -> searchUnlessDone(settings.engine()));
    }

    private synchronized void searchUnlessDone(Optional<Path> named) {
        if (searched.isEmpty() || !searched.get().equals(named)) {
            searched = Optional.of(named);
            background.execute(() -> search(named));
        }
    }

    private void search(Optional<Path> named) {
        EngineLocation result;
        try {
            var found = locator.locate(commandLine, named);
            engine.learn(found.executable());
            result = new EngineLocation.Found(found.executable(), origin(found.source()));
        } catch (FailureException nowhere) {
            result = new EngineLocation.NotFound(nowhere.failure());
        }
        publish(named, result);
    }

    private void publish(Optional<Path> named, EngineLocation result) {
        synchronized (this) {
            if (searched.equals(Optional.of(named))) {
                location.put(result);
            }
        }
        location.tell();
    }

    private static Origin origin(EngineLocator.Source source) {
        return switch (source) {
            case COMMAND_LINE -> Origin.COMMAND_LINE;
            case SETTINGS -> Origin.SETTINGS;
            case BUNDLED -> Origin.BUNDLED;
            case ENVIRONMENT -> Origin.ENVIRONMENT;
            case PATH -> Origin.SEARCH_PATH;
        };
    }

    /**
     * The folder the classes come from and those above it: an installed app has its engine beside
     * its runtime, a checkout has it beside {@code target}.
     */
    private static List<Path> foldersBesideApp() {
        var folders = new ArrayList<Path>();
        var home = Path.of(System.getProperty("java.home")).toAbsolutePath();
        if (Files.exists(home.resolveSibling("app"))) {
            folders.add(home.resolveSibling("app"));
        }
        folders.addAll(checkout());
        return folders;
    }

    private static Optional<Path> codeLocation() {
        var source = EngineSearch.class.getProtectionDomain().getCodeSource();
        try {
            return source == null || !"file".equals(source.getLocation().getProtocol())
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()).toAbsolutePath());
        } catch (java.net.URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }

    private static List<Path> checkout() {
        return codeLocation()
                .filter(classes -> classes.endsWith(Path.of("target", "classes")))
                .map(classes -> List.of(classes.getParent().getParent()))
                .orElse(List.of());
    }
}
