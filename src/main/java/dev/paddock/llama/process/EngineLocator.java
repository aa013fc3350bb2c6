package dev.paddock.llama.process;

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
 * Finds the engine: on the command line, in the settings, beside the application, in {@code
 * PADDOCK_ENGINE}, in {@code PATH}; the first of these that names one counts. Everywhere an
 * executable or a folder that holds one is accepted. Blocks on the disk.
 */
public final class EngineLocator {
    /** The environment variable that names an engine. */
    public static final String VARIABLE = "PADDOCK_ENGINE";

    private static final List<String> SUBFOLDERS = List.of("", "bin", "build/bin", "engine");

    private final List<Path> besideApp;
    private final Map<String, String> environment;
    private final String program;

    /** Which place named the engine. */
    public enum Source {
        COMMAND_LINE,
        SETTINGS,
        BUNDLED,
        ENVIRONMENT,
        PATH
    }

    /**
     * @param executable absolute
     */
    public record Found(Path executable, Source source) {}

    /**
     * @param besideApp the folders that may hold a bundled engine, as {@code <app>/engine}
     */
    public EngineLocator(List<Path> besideApp, Map<String, String> environment) {
        this(besideApp, environment, System.getProperty("os.name").startsWith("Windows"));
    }

    EngineLocator(List<Path> besideApp, Map<String, String> environment, boolean windows) {
        this.besideApp = List.copyOf(besideApp);
        this.environment = Map.copyOf(environment);
        this.program = windows ? "llama-server.exe" : "llama-server";
    }

    /**
     * @param commandLine what a person named for this run
     * @param settings what a person chose for good
     * @throws FailureException when a place that was named holds no engine, or no place holds one
     */
    public Found locate(Optional<Path> commandLine, Optional<Path> settings)
            throws FailureException {
        if (commandLine.isPresent()) {
            return new Found(named(commandLine.get()), Source.COMMAND_LINE);
        }
        if (settings.isPresent()) {
            return new Found(named(settings.get()), Source.SETTINGS);
        }
        var bundled = besideApp.stream().flatMap(folder -> within(folder).stream()).findFirst();
        if (bundled.isPresent()) {
            return new Found(bundled.get(), Source.BUNDLED);
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        if (!variable.isBlank()) {
            return new Found(named(path(variable)), Source.ENVIRONMENT);
        }
        return onPath().map(executable -> new Found(executable, Source.PATH))
                .orElseThrow(() -> new FailureException(new Failure.NoEngine()));
    }

    /** A wrong place somebody named is an error, never a reason to take another engine. */
    private Path named(Path place) throws FailureException {
        return within(place)
                .orElseThrow(() -> new FailureException(new Failure.EngineMissing(place)));
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
                .flatMap(EngineLocator::folder)
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
