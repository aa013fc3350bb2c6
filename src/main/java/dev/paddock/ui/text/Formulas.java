package dev.paddock.ui.text;

import dev.paddock.ui.text.FormulaScanner.Found;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mathematics in text that is no Markdown, such as a person's question. */
public final class Formulas {
    private Formulas() {}

    /** {@code text} as it stands, its formulas as runs of their own. */
    public static List<Inline> in(String text) {
        var runs = new ArrayList<Inline>();
        int from = 0;
        int at = next(text, 0);
        while (at < text.length()) {
            if (FormulaScanner.of(text, at).find()
                    instanceof Found.Closed(var formula, var source)) {
                runs.add(Inline.plain(text.substring(from, at)));
                runs.add(new Inline(source, Style.PLAIN, Optional.empty(), Optional.of(formula)));
                from = at + source.length();
                at = next(text, from);
            } else {
                at = next(text, past(text, at));
            }
        }
        runs.add(Inline.plain(text.substring(from)));
        return Inline.joined(runs);
    }

    /** What a backslash stands before opens nothing, and code holds no mathematics. */
    private static int past(String text, int at) {
        return switch (text.charAt(at)) {
            case '\\' -> at + 2;
            case '`' -> code(text, at);
            default -> at + 1;
        };
    }

    private static int code(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) == '`') {
            end++;
        }
        String fence = text.substring(at, end);
        int close = text.indexOf(fence, end);
        return close < 0 ? end : close + fence.length();
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && "$\\`".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
