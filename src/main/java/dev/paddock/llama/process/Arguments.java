package dev.paddock.llama.process;

import dev.paddock.engine.Endpoint;
import dev.paddock.engine.Failure;
import dev.paddock.engine.FailureException;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.ArgumentLine;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a launch plan into llama-server's arguments. */
final class Arguments {
    /** The first of all. */
    static final String HOST = "--host";

    static final String PORT = "--port";

    /** Said in a way of their own. */
    private static final Set<Option<?>> APART =
            Set.of(
                    EngineOptions.PORT,
                    EngineOptions.CONTEXT_SIZE,
                    EngineOptions.PARALLEL_SLOTS,
                    EngineOptions.EXTRA_ARGUMENTS);

    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    /** A dash before a digit is a negative number. */
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z]");

    /** More than any model has; older builds do not know the word "all". */
    private static final String ALL_LAYERS = "999";

    private Arguments() {}

    /**
     * Everything after the executable. The extra arguments come last, so that they win.
     *
     * @throws FailureException when the extra arguments contain one that this app sets itself, or
     *     when this build does not know an option that is set
     */
    static List<String> of(LaunchPlan plan, Endpoint endpoint, EngineHelp help)
            throws FailureException {
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of(HOST, plan.sharing().on() ? EVERYWHERE : LOOPBACK));
        arguments.addAll(List.of(PORT, Integer.toString(endpoint.port())));
        arguments.addAll(List.of("-m", plan.model().toAbsolutePath().toString()));
        arguments.addAll(context(plan));
        arguments.addAll(known(options(plan, help), help));
        help.spelling("--metrics").ifPresent(arguments::add);
        help.spelling("--no-ui", "--no-webui").ifPresent(arguments::add);
        // Keeps web pages from asking the engine.
        help.spelling("--cors-origins")
                .ifPresent(flag -> arguments.addAll(List.of(flag, "localhost")));
        if (help.traces()) {
            // Only there a start says which device has what.
            help.spelling("-lv", "--verbosity").ifPresent(it -> arguments.addAll(List.of(it, "4")));
        }
        var extra = ArgumentLine.split(plan.value(EngineOptions.EXTRA_ARGUMENTS));
        var said = FlagAliases.of(extra, help);
        var reserved = ReservedArguments.first(said, help);
        if (reserved.isPresent()) {
            throw new FailureException(reserved.get());
        }
        refuseUnknown(said, help);
        arguments.addAll(said);
        return arguments;
    }

    /**
     * The engine divides its context among the slots, and a slot is what one conversation has. With
     * the number of slots said, it keeps a cache for each and none takes from another.
     */
    private static List<String> context(LaunchPlan plan) {
        int slots = plan.value(EngineOptions.PARALLEL_SLOTS);
        int all = plan.value(EngineOptions.CONTEXT_SIZE) * slots;
        return List.of("-c", Integer.toString(all), "-np", Integer.toString(slots));
    }

    private static List<String> options(LaunchPlan plan, EngineHelp help) {
        var said = new ArrayList<String>();
        for (var option : EngineOptions.CATALOGUE.options()) {
            if (!APART.contains(option)) {
                said.addAll(said(plan, option, help));
            }
        }
        return said;
    }

    private static <T> List<String> said(LaunchPlan plan, Option<T> option, EngineHelp help) {
        return plan.options()
                .get(option)
                .filter(value -> !option.kind().automatic(value))
                .map(value -> words(option, value, help))
                .orElse(List.of());
    }

    /**
     * Without a layer on it, a graphics card still computes long prompts, and fails with them;
     * without a device it does nothing.
     */
    private static <T> List<String> words(Option<T> option, T value, EngineHelp help) {
        var words = new ArrayList<>(List.of(flag(option, help), text(option, value)));
        if (value instanceof GpuLayers.None) {
            help.spelling("-dev", "--device").ifPresent(it -> words.addAll(List.of(it, "none")));
        }
        return words;
    }

    private static String flag(Option<?> option, EngineHelp help) {
        var flags = option.spelling().flags();
        return help.spelling(flags.toArray(String[]::new)).orElse(option.flag());
    }

    private static <T> String text(Option<T> option, T value) {
        return switch (value) {
            case GpuLayers.All _ -> ALL_LAYERS;
            case GpuLayers.None _ -> "0";
            default -> option.format(value);
        };
    }

    private static List<String> known(List<String> said, EngineHelp help) throws FailureException {
        var aliased = FlagAliases.of(said, help);
        refuseUnknown(aliased, help);
        return aliased;
    }

    /** What follows a flag that wants a value is that value, even when it looks like a flag. */
    private static void refuseUnknown(List<String> extra, EngineHelp help) throws FailureException {
        for (int i = 0; i < extra.size() && help.known(); i++) {
            String word = extra.get(i);
            if (help.wantsValue(word)) {
                i++;
            } else if (FLAG.matcher(word).lookingAt() && !help.knows(word)) {
                throw new FailureException(new Failure.UnknownArgument(word, help.version()));
            }
        }
    }
}
