package dev.paddock.ui.text;

import dev.paddock.ui.text.Indent.Level;

import org.commonmark.node.BlockQuote;
import org.commonmark.node.Paragraph;

import java.util.Optional;
import java.util.regex.Pattern;

/** Quotes whose first line is {@code [!NOTE]} or another of the five kinds that GitHub has. */
final class Admonitions {
    private static final Pattern FIRST_LINE =
            Pattern.compile(
                    "\\s*\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)][+-]?(\\s.*|)",
                    Pattern.CASE_INSENSITIVE);

    private Admonitions() {}

    static Optional<Level> kind(BlockQuote quote, String source) {
        if (!(quote.getFirstChild() instanceof Paragraph first)
                || first.getSourceSpans().isEmpty()) {
            return Optional.empty();
        }
        var span = first.getSourceSpans().getFirst();
        var line =
                FIRST_LINE.matcher(
                        source.substring(
                                span.getInputIndex(), span.getInputIndex() + span.getLength()));
        return line.matches()
                ? Optional.of(Level.valueOf(line.group(1).toUpperCase(java.util.Locale.ROOT)))
                : Optional.empty();
    }
}
