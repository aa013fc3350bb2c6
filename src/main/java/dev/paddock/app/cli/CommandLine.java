package dev.paddock.app.cli;

import dev.paddock.option.Option;
import dev.paddock.option.Options;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for at the start. An empty value leaves the settings as they are kept.
 *
 * @param options of every catalogue
 * @param start start the engine at once
 * @param remarks on flags that should be said otherwise
 */
public record CommandLine(
        Mode mode,
        Optional<Path> model,
        Optional<Path> engine,
        Optional<Path> dataDir,
        Options options,
        boolean start,
        List<Remark> remarks) {
    public CommandLine {
        remarks = List.copyOf(remarks);
    }

    /** What the app is to do. */
    public enum Mode {
        WINDOW,
        SELF_TEST,
        VERSION,
        HELP
    }

    /**
     * Reads the arguments; {@code --option value} and {@code --option=value} mean the same.
     *
     * @throws UsageException naming the argument that is wrong
     */
    public static CommandLine parse(List<String> arguments) throws UsageException {
        return new ArgumentReader(arguments).read();
    }

    /**
     * Arguments that mean the same and call for the same remarks, for a Paddock that runs already
     * and in any folder.
     */
    public List<String> arguments() {
        var arguments = new ArrayList<String>();
        model.ifPresent(file -> arguments.add("--model=" + file));
        engine.ifPresent(file -> arguments.add("--engine=" + file));
        dataDir.ifPresent(folder -> arguments.add("--data-dir=" + folder));
        var remarked = remarks.stream().<Option<?>>map(Remark::option).toList();
        options.set().stream()
                .filter(option -> !remarked.contains(option))
                .forEach(option -> arguments.add(argument(option)));
        remarks.forEach(remark -> arguments.addAll(remark.arguments()));
        if (start) {
            arguments.add("--start");
        }
        return arguments;
    }

    private <T> String argument(Option<T> option) {
        return option.flag() + "=" + option.format(options.value(option));
    }
}
