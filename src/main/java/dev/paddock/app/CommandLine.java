package dev.paddock.app;

import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.InvalidSetting;
import dev.paddock.engine.ServerField;
import dev.paddock.engine.ServerSettings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was asked for at the start. An empty value leaves the settings as they are kept.
 *
 * @param start start the engine at once
 */
record CommandLine(
        Mode mode,
        Optional<Path> model,
        Optional<Path> engine,
        Optional<Path> dataDir,
        OptionalInt port,
        OptionalInt contextSize,
        OptionalInt parallelSlots,
        Optional<GpuLayers> gpuLayers,
        boolean start) {

    /** What the app is to do. */
    enum Mode {
        WINDOW,
        SELF_TEST,
        VERSION,
        HELP
    }

    /** The settings with what the command line says in place of what is kept. */
    ServerSettings over(ServerSettings kept) {
        ServerSettings settings = kept;
        if (port.isPresent()) {
            settings = settings.withPort(port.getAsInt());
        }
        if (contextSize.isPresent()) {
            settings = settings.withContextSize(contextSize.getAsInt());
        }
        if (parallelSlots.isPresent()) {
            settings = settings.withParallelSlots(parallelSlots.getAsInt());
        }
        return gpuLayers.map(settings::withGpuLayers).orElse(settings);
    }

    /** Arguments that mean the same, for a Paddock that runs already and in any folder. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        model.ifPresent(file -> arguments.add("--model=" + file));
        engine.ifPresent(file -> arguments.add("--engine=" + file));
        dataDir.ifPresent(folder -> arguments.add("--data-dir=" + folder));
        port.ifPresent(number -> arguments.add("--port=" + number));
        contextSize.ifPresent(number -> arguments.add("--ctx-size=" + number));
        parallelSlots.ifPresent(number -> arguments.add("--parallel=" + number));
        gpuLayers.ifPresent(layers -> arguments.add("--gpu-layers=" + layers.text()));
        if (start) {
            arguments.add("--start");
        }
        return arguments;
    }

    /**
     * Reads the arguments; {@code --option value} and {@code --option=value} mean the same.
     *
     * @throws UsageException naming the argument that is wrong
     */
    static CommandLine parse(List<String> arguments) throws UsageException {
        var reader = new Reader(new ArrayDeque<>(arguments));
        while (!reader.rest.isEmpty()) {
            reader.readOne();
        }
        return reader.done();
    }

    private static final class Reader {
        private final Deque<String> rest;
        private Mode mode = Mode.WINDOW;
        private Optional<Path> model = Optional.empty();
        private Optional<Path> engine = Optional.empty();
        private Optional<Path> dataDir = Optional.empty();
        private OptionalInt port = OptionalInt.empty();
        private OptionalInt contextSize = OptionalInt.empty();
        private OptionalInt parallelSlots = OptionalInt.empty();
        private Optional<GpuLayers> gpuLayers = Optional.empty();
        private boolean start;

        Reader(Deque<String> rest) {
            this.rest = rest;
        }

        void readOne() throws UsageException {
            String argument = rest.pop();
            int equals = argument.indexOf('=');
            if (argument.startsWith("--") && equals > 0) {
                rest.push(argument.substring(equals + 1));
                readOption(argument.substring(0, equals), true);
            } else if (argument.startsWith("-") && argument.length() > 1) {
                readOption(argument, false);
            } else {
                model = once("MODEL", model, path("MODEL", argument));
            }
        }

        private void readOption(String option, boolean hasValue) throws UsageException {
            switch (option) {
                case "--engine" -> engine = once(option, engine, path(option, value(option)));
                case "--model", "-m" -> model = once(option, model, path(option, value(option)));
                case "--data-dir" -> dataDir = once(option, dataDir, path(option, value(option)));
                case "--port" -> port = number(option, ServerField.PORT);
                case "--ctx-size" -> contextSize = number(option, ServerField.CONTEXT_SIZE);
                case "--parallel" -> parallelSlots = number(option, ServerField.PARALLEL_SLOTS);
                case "--gpu-layers" -> gpuLayers = Optional.of(layers(option));
                default -> readSwitch(option, hasValue);
            }
        }

        private void readSwitch(String option, boolean hasValue) throws UsageException {
            switch (option) {
                case "--start" -> start = true;
                case "--self-test" -> mode = Mode.SELF_TEST;
                case "--version" -> mode = Mode.VERSION;
                case "--help", "-h" -> mode = Mode.HELP;
                default -> throw new UsageException("cli.unknown", option);
            }
            if (hasValue) {
                throw new UsageException("cli.noValue", option);
            }
        }

        private String value(String option) throws UsageException {
            if (rest.isEmpty() || rest.peek().isEmpty()) {
                throw new UsageException("cli.valueMissing", option);
            }
            return rest.pop();
        }

        private Path path(String option, String text) throws UsageException {
            try {
                return Path.of(text).toAbsolutePath().normalize();
            } catch (InvalidPathException notAPath) {
                throw new UsageException("cli.notAPath", option, text);
            }
        }

        private OptionalInt number(String option, ServerField field) throws UsageException {
            String text = value(option);
            try {
                return OptionalInt.of(InvalidSetting.number(field, text));
            } catch (InvalidSetting wrong) {
                throw new UsageException(
                        "cli.outOfRange",
                        option,
                        Integer.toString(field.least()),
                        Integer.toString(field.most()),
                        text);
            }
        }

        private GpuLayers layers(String option) throws UsageException {
            String text = value(option);
            try {
                return GpuLayers.parse(text);
            } catch (InvalidSetting wrong) {
                throw new UsageException("cli.notLayers", option, text);
            }
        }

        private static Optional<Path> once(String option, Optional<Path> before, Path value)
                throws UsageException {
            if (before.isPresent()) {
                throw new UsageException("cli.twice", option);
            }
            return Optional.of(value);
        }

        CommandLine done() {
            return new CommandLine(
                    mode,
                    model,
                    engine,
                    dataDir,
                    port,
                    contextSize,
                    parallelSlots,
                    gpuLayers,
                    start);
        }
    }
}
