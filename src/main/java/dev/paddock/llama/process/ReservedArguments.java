package dev.paddock.llama.process;

import dev.paddock.engine.Failure;
import dev.paddock.engine.Failure.ReservedArgument.Reason;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The flags of llama-server that a person must not set, because this app sets them itself or could
 * not work beside them. Each counts in every spelling somebody may write it in: the engine takes
 * underscores for dashes, and those it refuses would only be explained worse by itself.
 */
final class ReservedArguments {
    private static final Map<String, Reason> FLAGS =
            Stream.of(
                            of(
                                    Reason.REACHES_ENGINE,
                                    "host",
                                    "port",
                                    "reuse-port",
                                    "api-key",
                                    "api-key-file",
                                    "api-prefix",
                                    "ssl-key-file",
                                    "ssl-cert-file"),
                            of(
                                    Reason.CHOOSES_MODEL,
                                    "m",
                                    "model",
                                    "mu",
                                    "model-url",
                                    "dr",
                                    "docker-repo",
                                    "hf",
                                    "hfr",
                                    "hf-repo",
                                    "hff",
                                    "hf-file",
                                    "models-dir",
                                    "models-preset"),
                            of(
                                    Reason.ENDS_AT_ONCE,
                                    "h",
                                    "help",
                                    "usage",
                                    "version",
                                    "cl",
                                    "cache-list",
                                    "completion-bash",
                                    "list-devices"))
                    .flatMap(each -> each.entrySet().stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Each loads a model of its own, by the name of a family. */
    private static final Pattern READY_MADE =
            Pattern.compile("(?:embd|fim|gpt-oss|vision)-.+-(?:default|spec)");

    /** What some editors make of two dashes, too. */
    private static final Pattern DASHES = Pattern.compile("^[-\u2010-\u2015\u2212]+");

    private ReservedArguments() {}

    /**
     * The first of these words that must not stand there. What follows a flag that wants a value is
     * that value, whatever it looks like.
     */
    static Optional<Failure> first(List<String> words, EngineHelp help) {
        for (int i = 0; i < words.size(); i++) {
            var refused = refused(words.get(i));
            if (refused.isPresent()) {
                return refused;
            }
            if (help.known() && help.wantsValue(words.get(i))) {
                i++;
            }
        }
        return Optional.empty();
    }

    private static Optional<Failure> refused(String word) {
        return reason(name(word))
                .map(reason -> new Failure.ReservedArgument(beforeValue(word), reason));
    }

    private static Optional<Reason> reason(String name) {
        return READY_MADE.matcher(name).matches()
                ? Optional.of(Reason.CHOOSES_MODEL)
                : Optional.ofNullable(FLAGS.get(name));
    }

    /** One spelling for all: no leading dashes, dashes for underscores; empty for no flag. */
    static String name(String word) {
        var dashes = DASHES.matcher(word);
        return dashes.find()
                ? beforeValue(word)
                        .substring(dashes.end())
                        .replace('_', '-')
                        .toLowerCase(Locale.ROOT)
                : "";
    }

    private static String beforeValue(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static Map<String, Reason> of(Reason reason, String... names) {
        return Set.of(names).stream().collect(Collectors.toMap(Function.identity(), _ -> reason));
    }
}
