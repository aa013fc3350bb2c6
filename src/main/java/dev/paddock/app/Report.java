package dev.paddock.app;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** A text in Markdown that is pasted into a bug report. */
final class Report {
    private static final Pattern FENCES = Pattern.compile("`{3,}");
    private static final String HOME = "~";

    private final StringBuilder head = new StringBuilder();
    private final StringBuilder blocks = new StringBuilder();

    Report(String title) {
        head.append("### ").append(title).append("\n\n");
    }

    void item(String name, Object value) {
        head.append("- ").append(name).append(": ").append(value).append('\n');
    }

    /** An item as it would be typed. */
    void code(String name, String value) {
        String fence = value.contains("`") ? "``" : "`";
        item(name, fence + value + fence);
    }

    /** A sentence before the next block. */
    void note(String sentence) {
        blocks.append('\n').append(sentence).append('\n');
    }

    /** Left out when there are no lines. */
    void block(String name, String language, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String body = String.join("\n", lines);
        String fence = fence(body);
        blocks.append("\n**").append(name).append("**\n\n");
        blocks.append(fence).append(language).append('\n');
        blocks.append(body).append('\n').append(fence).append('\n');
    }

    /**
     * @param clean takes out of each line what nobody is to see
     * @param home a folder that is written short, because it names the person
     */
    String text(UnaryOperator<String> clean, String home) {
        var text = new StringBuilder();
        for (String line : (head.toString() + blocks).split("\n", -1)) {
            text.append(clean.apply(shortened(line, home))).append('\n');
        }
        return text.toString().stripTrailing() + '\n';
    }

    private static String shortened(String line, String home) {
        if (home.length() < 2) {
            return line;
        }
        // In JSON each backslash stands twice.
        return line.replace(home.replace("\\", "\\\\"), HOME).replace(home, HOME);
    }

    /** Longer than any fence in the text itself. */
    private static String fence(String body) {
        int longest =
                FENCES.matcher(body)
                        .results()
                        .mapToInt(found -> found.end() - found.start())
                        .max()
                        .orElse(2);
        return "`".repeat(longest + 1);
    }
}
