package dev.paddock.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds in the engine's last lines those that tell of its end. Pure. */
public final class ErrorLines {
    /** A debugger's lines and a stack: they stand behind the reason and are longer than it. */
    private static final Pattern TRACE =
            Pattern.compile(
                    "^\\s*(?:\\[[^\\]]*(?:LWP \\d|libthread_db)|\\[(?:Thread|Inferior)"
                            + "|Using host libthread|#\\d+ |\\d+ +\\S+ +0x[0-9a-f]+"
                            + "|\\d+\\s+\\.\\./|0x[0-9a-f]+ in |No symbol"
                            + "|WARNING: (?:Using|GGML_BACKTRACE)|See: https?:)",
                    Pattern.CASE_INSENSITIVE);

    /** Said of whatever went wrong before. */
    private static final Pattern SUMMARY =
            Pattern.compile(
                    "exiting due to|cleaning up before exit"
                            + "|failed to load model(?:$|[ ,]+'[^']*'$)"
                            + "|failed to create.context with model|unable to load model$"
                            + "|failed to create (?:mtp|draft) context"
                            + "|failed to load (?:multimodal|draft) model",
                    Pattern.CASE_INSENSITIVE);

    /** What a model's own description holds proves nothing. */
    private static final Pattern INFORMATION = Pattern.compile("^[\\d.]+ [ID] ");

    private static final Pattern REASON =
            Pattern.compile(
                    "^[\\d.]+ E |error|fail|assert|terminate|what\\(\\)|exception|fatal|abort"
                            + "|corrupt|invalid|unable|cannot|could not|couldn't",
                    Pattern.CASE_INSENSITIVE);

    /** What a program says of itself before it gives up: {@code file.cpp:12: X(y) failed}. */
    private static final Pattern ASSERTION =
            Pattern.compile(
                    "(?:^|[ /\\\\])[\\w.+-]+\\.(?:cpp|cxx|cc|c|hpp|h|cuh?|mm?|metal|comp):\\d+:"
                            + " \\S");

    private ErrorLines() {}

    /** The lines without a debugger's. */
    public static List<String> withoutTrace(List<String> lines) {
        return lines.stream().filter(line -> !TRACE.matcher(line).find()).toList();
    }

    /**
     * The newest line that gives a reason rather than sums up. An assertion that failed is one,
     * whole, with its file and line, whatever was said after it: what the C library and a debugger
     * add to it names neither.
     */
    public static Optional<String> reason(List<String> lines) {
        var said = withoutTrace(lines).reversed();
        return newest(said, ASSERTION)
                .or(
                        () ->
                                newest(
                                        said.stream()
                                                .filter(line -> !INFORMATION.matcher(line).find())
                                                .toList(),
                                        REASON));
    }

    private static Optional<String> newest(List<String> reversed, Pattern telling) {
        return reversed.stream()
                .filter(line -> telling.matcher(line).find() && !SUMMARY.matcher(line).find())
                .map(String::strip)
                .findFirst();
    }
}
