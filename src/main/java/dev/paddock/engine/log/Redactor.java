package dev.paddock.engine.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Takes keys out of what is shown, copied or written to a file: those it was told of, and whatever
 * looks like one. Safe from any thread.
 */
public final class Redactor {
    /** Stands where a key was. */
    public static final String REMOVED = "[removed]";

    /** Of former runs, whose lines are overwritten long before. */
    private static final int MOST_KNOWN = 64;

    /** Nothing so short can be told from ordinary words. */
    private static final int SHORTEST_KNOWN = 6;

    private static final Set<String> FLAGS = Set.of("--api-key", "--hf-token", "-hft");

    private final CopyOnWriteArrayList<String> known = new CopyOnWriteArrayList<>();

    /**
     * @param hints words of which at least one stands in whatever the pattern matches
     * @param pattern what goes, but for its first group
     */
    private record Rule(List<String> hints, Pattern pattern) {
        Rule(List<String> hints, String pattern) {
            this(hints, Pattern.compile(pattern));
        }

        String apply(String text) {
            for (String hint : hints) {
                if (text.contains(hint)) {
                    return pattern.matcher(text).replaceAll("$1" + REMOVED);
                }
            }
            return text;
        }
    }

    /** Made when the first line is read, so that the app's start need not wait for them. */
    private static final class Rules {
        /** Ends of names whose values are secret, in headers, variables, flags and JSON. */
        private static final String NAME =
                "(?:(?:api|shared|network|access)[-_ ]?keys?|authorization"
                        + "|(?:hf|hub|api|auth|access)[-_]?token|password|passwd|secret)";

        /** A rule is asked only where one of its words stands, which is nearly nowhere. */
        private static final List<Rule> ALL =
                List.of(
                        new Rule(
                                List.of("earer", "EARER", "asic", "ASIC"),
                                "(?i)\\b((?:bearer|basic)\\s+)[\\w.~+/=-]{6,}"),
                        // --api-key X, LLAMA_API_KEY=X, "api_key": "X", Authorization: X
                        new Rule(
                                List.of(
                                        "ey", "EY", "oken", "OKEN", "uthor", "UTHOR", "assw",
                                        "ASSW", "ecret", "ECRET", "-hft"),
                                ("(?i)(" + NAME + "[\"']?\\s*[:=]\\s*[\"']?")
                                        + "(?:(?:bearer|basic|token|digest)\\s+)?+"
                                        + "|(?:--api-key|--hf-token|-hft)\\s+)"
                                        + "(?!\\[removed])[^\\s\"',;}&]+"),
                        // Of Hugging Face and of those who sell answers.
                        new Rule(
                                List.of("hf_", "sk-"),
                                "\\b()(?:hf_[A-Za-z0-9]{12,}|sk-[\\w-]{16,})"),
                        // https://name:password@host
                        new Rule(List.of("://"), "(://)[^\\s/@:]+:[^\\s/@]+(?=@)"));
    }

    /** From now on {@code secret} is taken out wherever it stands. */
    public void hide(String secret) {
        if (secret.length() >= SHORTEST_KNOWN && known.addIfAbsent(secret)) {
            while (known.size() > MOST_KNOWN) {
                known.removeFirst();
            }
        }
    }

    public String clean(String text) {
        String left = text;
        for (String secret : known) {
            // Nearly always absent, and asking is cheaper than replacing.
            if (left.contains(secret)) {
                left = left.replace(secret, REMOVED);
            }
        }
        for (Rule rule : Rules.ALL) {
            left = rule.apply(left);
        }
        return left;
    }

    /** The same for a command, where the value of a flag is an argument of its own. */
    public List<String> clean(List<String> command) {
        var left = new ArrayList<String>();
        boolean secretNext = false;
        for (String argument : command) {
            left.add(secretNext ? REMOVED : clean(argument));
            secretNext = FLAGS.contains(argument);
        }
        return left;
    }
}
