package dev.paddock.llama.process;

import dev.paddock.engine.Endpoint;
import dev.paddock.engine.ExtraArguments;
import dev.paddock.engine.Failure;
import dev.paddock.engine.FailureException;
import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.LaunchPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns a launch plan into llama-server's arguments. */
final class Arguments {
    /** The first of all. */
    static final String HOST = "--host";

    static final String PORT = "--port";

    /** With one of these the app could no longer find or open its own engine. */
    private static final Set<String> RESERVED =
            Set.of(
                    HOST,
                    PORT,
                    "-m",
                    "--model",
                    "--api-key",
                    "--api-key-file",
                    "--api-prefix",
                    "--ssl-key-file",
                    "--ssl-cert-file",
                    "--models-dir",
                    "--models-preset");

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
     *     that this build does not know
     */
    static List<String> of(LaunchPlan plan, Endpoint endpoint, EngineHelp help)
            throws FailureException {
        var settings = plan.settings();
        var arguments = new ArrayList<String>();
        arguments.addAll(List.of(HOST, settings.sharing().on() ? EVERYWHERE : LOOPBACK));
        arguments.addAll(List.of(PORT, Integer.toString(endpoint.port())));
        arguments.addAll(List.of("-m", plan.model().toAbsolutePath().toString()));
        arguments.addAll(List.of("-c", Integer.toString(settings.contextSize())));
        arguments.addAll(List.of("-np", Integer.toString(settings.parallelSlots())));
        arguments.addAll(layers(settings.gpuLayers()));
        help.spelling("--metrics").ifPresent(arguments::add);
        help.spelling("--no-ui", "--no-webui").ifPresent(arguments::add);
        // Keeps web pages from asking the engine.
        help.spelling("--cors-origins")
                .ifPresent(flag -> arguments.addAll(List.of(flag, "localhost")));
        var extra = FlagAliases.of(ExtraArguments.split(settings.extraArguments()), help);
        refuseReserved(extra);
        refuseUnknown(extra, help);
        arguments.addAll(extra);
        return arguments;
    }

    private static List<String> layers(GpuLayers layers) {
        return switch (layers) {
            case GpuLayers.Auto _ -> List.of();
            case GpuLayers.All _ -> List.of("-ngl", ALL_LAYERS);
            case GpuLayers.None _ -> List.of("-ngl", "0");
            case GpuLayers.Count(int count) -> List.of("-ngl", Integer.toString(count));
        };
    }

    private static void refuseReserved(List<String> extra) throws FailureException {
        for (String argument : extra) {
            if (RESERVED.contains(argument)) {
                throw new FailureException(new Failure.ReservedArgument(argument));
            }
        }
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
