package dev.paddock.acceptance;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The figures below an answer, as read from the screen: "471 tokens/s · 39 tokens · first token
 * 0.01 s · 0.09 s in total · prompt 8 tokens".
 */
record Footer(double speed, long tokens, long prompt) {
    /** Spaces as narrow as an app's are not always seen. */
    private static final Pattern LINE =
            Pattern.compile(
                    "([\\d.,]+) ?tokens/s\\W+([\\d,]+) ?tokens\\b.*prompt ?([\\d,]+) ?tokens");

    static Optional<Footer> in(List<String> lines) {
        return lines.stream()
                .map(LINE::matcher)
                .filter(line -> line.find())
                .map(
                        line ->
                                new Footer(
                                        Double.parseDouble(plain(line.group(1))),
                                        Long.parseLong(plain(line.group(2))),
                                        Long.parseLong(plain(line.group(3)))))
                .findFirst();
    }

    private static String plain(String number) {
        return number.replace(",", "");
    }
}
