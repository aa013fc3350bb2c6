package dev.paddock.app.cli;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.Parsed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The options of a command line, gathered one after the other, and the remarks on them. */
final class OptionArguments {
    private final Map<Option<?>, Remark> remarks = new LinkedHashMap<>();

    /** By which flag each option was set, and the arguments that set it. */
    private final Map<Option<?>, Given> given = new LinkedHashMap<>();

    private Options values = Options.EMPTY;

    private record Given(String flag, List<String> arguments) {}

    Options values() {
        return values;
    }

    List<Remark> remarks() {
        return List.copyOf(remarks.values());
    }

    <T> void set(Option<T> option, String flag, String text) throws UsageException {
        set(option, flag, text, arguments(flag, text));
    }

    void deprecated(DeprecatedFlag meant, String flag, String text) throws UsageException {
        var before = Optional.ofNullable(given.get(meant.option())).map(Given::flag);
        boolean alone = meant.value().isPresent();
        var arguments = alone ? List.of(flag) : arguments(flag, text);
        if (before.filter(DeprecatedFlag::ofLoading).isPresent()
                && DeprecatedFlag.ofLoading(flag)
                && together(before.get(), flag)) {
            return;
        }
        boolean twice = set(meant.option(), flag, text, arguments);
        if (!twice) {
            remarks.put(
                    meant.option(),
                    new Remark(meant.kind(), flag, meant.now(), meant.option(), arguments));
        }
    }

    private boolean together(String one, String other) {
        var option = EngineOptions.LOAD_MODE;
        var meant = DeprecatedFlag.together(one, other);
        meant.ifPresent(
                mode -> {
                    values = values.with(option, mode);
                    String taken = option.flag() + " " + mode.spelling();
                    remarks.put(
                            option,
                            new Remark(
                                    Remark.Kind.OUT_OF_USE,
                                    one + " " + other,
                                    taken,
                                    option,
                                    List.of(one, other)));
                });
        return meant.isPresent();
    }

    /** Whether it was set before, to something else; the last one counts. */
    private <T> boolean set(Option<T> option, String flag, String text, List<String> arguments)
            throws UsageException {
        T value =
                switch (option.parse(text)) {
                    case Parsed.Valid<T>(T read) -> read;
                    case Parsed.Invalid<T>(var problem) ->
                            throw UsageException.invalid(flag, problem);
                };
        boolean twice = values.get(option).filter(before -> !before.equals(value)).isPresent();
        if (twice) {
            var all = Stream.concat(given.get(option).arguments().stream(), arguments.stream());
            remarks.put(
                    option,
                    new Remark(
                            Remark.Kind.TWICE, flag, option.format(value), option, all.toList()));
        }
        values = values.with(option, value);
        given.put(option, new Given(flag, arguments));
        return twice;
    }

    /** Only behind two dashes can the value stand in the same argument. */
    private static List<String> arguments(String flag, String text) {
        return flag.startsWith("--") ? List.of(flag + "=" + text) : List.of(flag, text);
    }
}
