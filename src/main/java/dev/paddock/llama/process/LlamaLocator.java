package dev.paddock.llama.process;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineLocation.Origin;
import dev.paddock.engine.EngineLocator;
import dev.paddock.engine.Failure;
import dev.paddock.engine.FailureException;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the engine: on the command line, in the settings, in {@code PADDOCK_ENGINE}, beside the
 * application, in {@code PATH}; the first of these that names one counts. Everywhere an executable
 * or a folder that holds one is accepted. Blocks on the disk.
 */
public final class LlamaLocator implements EngineLocator {
    /** The environment variable that names an engine. */
    public static final String VARIABLE = "PADDOCK_ENGINE";

    private static final List<String> SUBFOLDERS = List.of("", "bin", "build/bin", "engine");

    private final List<Path> besideApp;
    private final Map<String, String> environment;
    private final HelpCache help;
    private final String program;

    /**
     * @param besideApp the folders that may hold a bundled engine, as {@code <app>/engine}
     * @param help keeps what a named engine told when it was tried
     */
    public LlamaLocator(List<Path> besideApp, Map<String, String> environment, HelpCache help) {
        this(besideApp, environment, help, System.getProperty("os.name").startsWith("Windows"));
    }

    LlamaLocator(
            List<Path> besideApp,
            Map<String, String> environment,
            HelpCache help,
            boolean windows) {
        this.besideApp = List.copyOf(besideApp);
        this.environment = Map.copyOf(environment);
        this.help = help;
        this.program = windows ? "llama-server.exe" : "llama-server";
    }

    /** A place that was named and holds no engine is not passed over. */
    @Override
    public EngineLocation locate(Optional<Path> commandLine, Optional<Path> settings) {
        try {
            return find(commandLine, settings);
        } catch (FailureException nowhere) {
            return new EngineLocation.NotFound(nowhere.failure());
        }
    }

    @Override
    public Optional<Failure> refusal(Path place) {
        return within(place)
                .map(EngineTrial::of)
                .orElseGet(() -> Optional.of(new Failure.EngineMissing(place)));
    }

    private EngineLocation.Found find(Optional<Path> commandLine, Optional<Path> settings)
            throws FailureException {
        if (commandLine.isPresent()) {
            return new EngineLocation.Found(tried(commandLine.get()), Origin.COMMAND_LINE);
        }
        if (settings.isPresent()) {
            return new EngineLocation.Found(named(settings.get()), Origin.SETTINGS);
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            return new EngineLocation.Found(tried(path(variable)), Origin.ENVIRONMENT);
        }
        var bundled = besideApp.stream().flatMap(folder -> within(folder).stream()).findFirst();
        if (bundled.isPresent()) {
            return new EngineLocation.Found(bundled.get(), Origin.BUNDLED);
        }
        return onPath().map(executable -> new EngineLocation.Found(executable, Origin.SEARCH_PATH))
                .orElseThrow(() -> new FailureException(new Failure.NoEngine()));
    }

    /** A wrong place somebody named is an error, never a reason to take another engine. */
    private Path named(Path place) throws FailureException {
        return within(place)
                .orElseThrow(() -> new FailureException(new Failure.EngineMissing(place)));
    }

    /** What is chosen in the window was tried then, what is named elsewhere was not. */
    private Path tried(Path place) throws FailureException {
        var program = named(place);
        var why = help.of(program).known() ? Optional.<Failure>empty() : EngineTrial.of(program);
        if (why.isPresent()) {
            throw new FailureException(why.get());
        }
        return program;
    }

    private Optional<Path> within(Path place) {
        if (Files.isRegularFile(place)) {
            return Optional.of(place.toAbsolutePath());
        }
        return SUBFOLDERS.stream()
                .map(folder -> place.resolve(folder).resolve(program))
                .filter(Files::isRegularFile)
                .map(Path::toAbsolutePath)
                .map(Path::normalize)
                .findFirst();
    }

    private Optional<Path> onPath() {
        String folders = environment.getOrDefault("PATH", "");
        return Stream.of(folders.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(LlamaLocator::folder)
                .map(folder -> folder.resolve(program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(Path::toAbsolutePath)
                .findFirst();
    }

    private static Path path(String text) throws FailureException {
        return folder(text)
                .findFirst()
                .orElseThrow(() -> new FailureException(new Failure.NoEngine()));
    }

    private static Stream<Path> folder(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException garbled) {
            return Stream.empty();
        }
    }
}
