package dev.paddock.app.cli;

import dev.paddock.app.cli.CommandLine.Mode;
import dev.paddock.option.Catalogue;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a command line once, from left to right. */
final class ArgumentReader {
    private final Deque<String> rest;
    private final Map<AppFlag, Path> paths = new EnumMap<>(AppFlag.class);
    private final OptionArguments options = new OptionArguments();
    private Mode mode = Mode.WINDOW;
    private boolean start;
    private boolean optionsEnded;
    private Optional<Subcommand> subcommand = Optional.empty();

    ArgumentReader(List<String> arguments) {
        rest = new ArrayDeque<>(arguments);
    }

    CommandLine read() throws UsageException {
        while (!rest.isEmpty()) {
            next();
        }
        if (subcommand.isPresent()) {
            apply(subcommand.get());
        }
        return new CommandLine(
                mode,
                Optional.ofNullable(paths.get(AppFlag.MODEL)),
                Optional.ofNullable(paths.get(AppFlag.ENGINE)),
                Optional.ofNullable(paths.get(AppFlag.DATA_DIR)),
                options.values(),
                start,
                options.remarks());
    }

    private void apply(Subcommand subcommand) throws UsageException {
        switch (subcommand) {
            case RUN -> {
                if (!paths.containsKey(AppFlag.MODEL) && mode == Mode.WINDOW) {
                    throw new UsageException(
                            "cli.argumentMissing", subcommand.word(), subcommand.argument());
                }
                start = true;
            }
        }
    }

    /** A bare word that is no file is a subcommand there is not, or not yet. */
    private static void refuseUnknownWord(String word) throws UsageException {
        if (word.matches("[a-z]+") && !Files.exists(Path.of(word))) {
            throw new UsageException("cli.noSubcommand", word, Subcommand.words());
        }
    }

    private void next() throws UsageException {
        String argument = rest.pop();
        int equals = argument.indexOf('=');
        if (optionsEnded) {
            path(AppFlag.MODEL, AppFlag.MODEL.name(), argument);
        } else if (argument.equals("--")) {
            optionsEnded = true;
        } else if (argument.startsWith("--") && equals > 0) {
            rest.push(argument.substring(equals + 1));
            flag(argument.substring(0, equals), true);
        } else if (argument.startsWith("-") && argument.length() > 1) {
            flag(argument, false);
        } else {
            word(argument);
        }
    }

    /** The first one may be a subcommand, also behind options; any other is the model. */
    private void word(String argument) throws UsageException {
        var named = Subcommand.of(argument);
        boolean first = subcommand.isEmpty() && !paths.containsKey(AppFlag.MODEL);
        if (named.isPresent() && first) {
            subcommand = named;
            return;
        }
        if (named.isPresent() && paths.containsKey(AppFlag.MODEL)) {
            throw new UsageException("cli.subcommandFirst", argument, named.get().argument());
        }
        refuseUnknownWord(argument);
        path(AppFlag.MODEL, AppFlag.MODEL.name(), argument);
    }

    private void flag(String flag, boolean hasValue) throws UsageException {
        var own = AppFlag.of(flag);
        var option = Catalogue.every().byFlag(flag);
        if (own.isPresent()) {
            own(own.get(), flag, hasValue);
        } else if (option.isPresent()) {
            options.set(option.get(), flag, value(flag, hasValue));
        } else {
            deprecated(flag, hasValue);
        }
    }

    private void own(AppFlag known, String flag, boolean hasValue) throws UsageException {
        if (known.takesValue()) {
            if (!hasValue && !rest.isEmpty() && isFlag(rest.peek())) {
                throw new UsageException("cli.valueMissing", flag);
            }
            path(known, flag, value(flag, hasValue));
            return;
        }
        refuseValue(flag, hasValue);
        switch (known) {
            case START -> start = true;
            case SELF_TEST -> mode = Mode.SELF_TEST;
            case VERSION -> mode = Mode.VERSION;
            case HELP -> mode = Mode.HELP;
            case MODEL, ENGINE, DATA_DIR -> throw new AssertionError(known);
        }
    }

    private void deprecated(String flag, boolean hasValue) throws UsageException {
        var meant = DeprecatedFlag.of(flag).orElseThrow(() -> unknown(flag));
        if (meant.value().isPresent()) {
            refuseValue(flag, hasValue);
        }
        String value = meant.value().isPresent() ? meant.value().get() : value(flag, hasValue);
        options.deprecated(meant, flag, value);
    }

    private static boolean isFlag(String text) {
        return AppFlag.of(text).isPresent() || Catalogue.every().byFlag(text).isPresent();
    }

    /** Empty only where that is said on purpose, as in {@code --stop=}. */
    private String value(String flag, boolean hasValue) throws UsageException {
        if (rest.isEmpty() || !hasValue && rest.peek().isEmpty()) {
            throw new UsageException("cli.valueMissing", flag);
        }
        return rest.pop();
    }

    private static void refuseValue(String flag, boolean hasValue) throws UsageException {
        if (hasValue) {
            throw new UsageException("cli.noValue", flag);
        }
    }

    private void path(AppFlag which, String flag, String text) throws UsageException {
        if (text.isEmpty()) {
            throw new UsageException("cli.valueMissing", flag);
        }
        try {
            var path = Path.of(text).toAbsolutePath().normalize();
            if (paths.put(which, path) != null) {
                throw new UsageException("cli.twice", flag);
            }
        } catch (InvalidPathException notAPath) {
            throw UsageException.notAPath(flag, text);
        }
    }

    private static UsageException unknown(String flag) {
        var names =
                Stream.concat(
                        Stream.of(AppFlag.values()).flatMap(own -> own.spellings().stream()),
                        Catalogue.every().options().stream()
                                .flatMap(option -> option.spelling().flags().stream()));
        return Nearest.to(flag, names.filter(name -> name.startsWith("--")))
                .map(name -> new UsageException("cli.unknown.nearest", flag, name))
                .orElseGet(() -> new UsageException("cli.unknown", flag));
    }
}
