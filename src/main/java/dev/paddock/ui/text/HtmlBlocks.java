package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a block of raw HTML is made of, as far as models use it: folds, line breaks and looks. */
final class HtmlBlocks {
    private static final Pattern FOLD =
            Pattern.compile("<(/?)(details|summary)\\b([^>]*)>", Pattern.CASE_INSENSITIVE);

    private static final Pattern FIRST =
            Pattern.compile("\\s*</?([a-z]+)\\b", Pattern.CASE_INSENSITIVE);

    /** A part of it. */
    sealed interface Part {
        /** Markdown. */
        record Text(String markdown) implements Part {}

        record Fold(String summary, boolean open) implements Part {}

        record FoldEnd() implements Part {}
    }

    private final List<Part> parts = new ArrayList<>();
    private boolean summary;

    private HtmlBlocks() {}

    static boolean hasFolds(String html) {
        return FOLD.matcher(html).find();
    }

    /** Whether it begins with an element of text, not of layout: then all of it is Markdown. */
    static boolean isText(String html) {
        var first = FIRST.matcher(html);
        return first.lookingAt()
                && (first.group(1).equalsIgnoreCase("br")
                        || Look.ofElement(first.group(1)).isPresent());
    }

    static List<Part> parts(String html) {
        var read = new HtmlBlocks();
        var tag = FOLD.matcher(html);
        int from = 0;
        while (tag.find()) {
            read.text(html.substring(from, tag.start()));
            read.tag(
                    tag.group(2).toLowerCase(Locale.ROOT),
                    tag.group(1).isEmpty(),
                    tag.group(3).toLowerCase(Locale.ROOT));
            from = tag.end();
        }
        read.text(html.substring(from));
        return read.parts;
    }

    private void tag(String name, boolean opens, String attributes) {
        if (name.equals("summary")) {
            summary = opens;
        } else if (opens) {
            parts.add(new Part.Fold("", attributes.contains("open")));
        } else {
            parts.add(new Part.FoldEnd());
        }
    }

    private void text(String text) {
        if (text.isBlank()) {
            return;
        }
        boolean head = summary && !parts.isEmpty();
        if (head && parts.getLast() instanceof Part.Fold(String before, boolean open)) {
            parts.set(parts.size() - 1, new Part.Fold(before + text.strip(), open));
        } else {
            parts.add(new Part.Text(text.strip()));
        }
    }
}
