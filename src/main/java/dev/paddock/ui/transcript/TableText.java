package dev.paddock.ui.transcript;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.Look;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A table as text for other programs. */
final class TableText {
    private TableText() {}

    /**
     * As GitHub's Markdown writes it.
     *
     * @param parts the pieces of one table, in their order
     */
    static String markdown(List<Block.Table> parts) {
        var rows = rows(parts, TableText::markdown, " | ");
        String below =
                parts.getFirst().columns().stream()
                        .map(TableText::mark)
                        .collect(Collectors.joining(" | "));
        return "| %s |\n| %s |\n".formatted(rows.getFirst(), below)
                + rows.stream().skip(1).map("| %s |\n"::formatted).collect(Collectors.joining());
    }

    /** With commas, as RFC 4180 says. */
    static String csv(List<Block.Table> parts) {
        return String.join("\r\n", rows(parts, cell -> field(Inline.text(cell.text())), ","))
                + "\r\n";
    }

    private static List<String> rows(
            List<Block.Table> parts, Function<Block.Cell, String> cell, String between) {
        return parts.stream()
                .flatMap(part -> part.rows().stream())
                .map(row -> row.stream().map(cell).collect(Collectors.joining(between)))
                .toList();
    }

    private static String field(String text) {
        boolean quoted = text.chars().anyMatch(it -> ",\"\r\n".indexOf(it) >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String mark(Block.Alignment column) {
        return switch (column) {
            case LEFT -> "---";
            case CENTER -> ":-:";
            case RIGHT -> "--:";
        };
    }

    private static String markdown(Block.Cell cell) {
        return cell.text().stream().map(TableText::markdown).collect(Collectors.joining());
    }

    private static String markdown(Inline run) {
        String text = run.text().replace("|", "\\|").replace("\n", "<br>");
        for (Look look : Look.values()) {
            if (run.style().is(look)) {
                text = marked(look, text);
            }
        }
        String inner = text;
        return run.link()
                .filter(address -> !address.equals(run.text()))
                .map(address -> "[%s](%s)".formatted(inner, address))
                .orElse(text);
    }

    private static String marked(Look look, String text) {
        return switch (look) {
            case STRONG -> "**" + text + "**";
            case EMPHASIS -> "*" + text + "*";
            case CODE -> "`" + text + "`";
            case STRIKE -> "~~" + text + "~~";
            case UNDERLINE -> "<u>" + text + "</u>";
            case MARK -> "<mark>" + text + "</mark>";
            case KEY -> "<kbd>" + text + "</kbd>";
            case SUBSCRIPT -> "<sub>" + text + "</sub>";
            case SUPERSCRIPT -> "<sup>" + text + "</sup>";
        };
    }
}
