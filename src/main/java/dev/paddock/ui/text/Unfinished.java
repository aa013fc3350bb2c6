package dev.paddock.ui.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text that still grows will most likely look like once what its last words opened is
 * closed: without it, every {@code **} and every half of an address would be seen for a moment.
 * What the parser has left as it stands is not closed so far.
 */
public final class Unfinished {
    /**
     * Of emphasis, code or strikethrough, at the beginning of a word or at the end of the text, or
     * the tag of an element that gives its text a look.
     */
    private static final Pattern OPENER =
            Pattern.compile(
                    "(?:(?<![\\p{L}\\p{N}\\\\])|(?<=[\\p{IsHan}\\p{IsKana}\\p{IsHangul}]))"
                            + "(?:(?<!\\*)\\*{1,3}+|(?<!`)`++|(?<!~)~~)(?=\\S|\\z)"
                            + "|<[a-z]{1,6}>");

    private static final Pattern HALF_TAG = Pattern.compile("</?[a-z]{1,6}\\z");

    private static final Pattern ADDRESS = Pattern.compile("]\\([^()\\s]*\\z");

    private static final Pattern ENDS_ADDRESS = Pattern.compile("[()\\s]");

    private static final int LONGEST_TAG = 9;

    private Unfinished() {}

    /** The same blocks, the last one as it is to be shown for now. */
    public static List<Block> shown(List<Block> growing) {
        if (growing.isEmpty()) {
            return growing;
        }
        var blocks = new ArrayList<>(growing);
        blocks.add(
                switch (blocks.removeLast()) {
                    case Block.Paragraph it ->
                            new Block.Paragraph(it.indent(), closed(it.text()), it.piece());
                    case Block.Heading it ->
                            new Block.Heading(it.indent(), it.level(), closed(it.text()));
                    case Block.Code it -> it;
                    case Block.Table it -> it;
                    case Block.Rule it -> it;
                    case Block.Admonition it -> it;
                    case Block.Details it -> it;
                    case Block.DetailsEnd it -> it;
                    case Block.Picture it -> it;
                });
        return List.copyOf(blocks);
    }

    private static List<Inline> closed(List<Inline> runs) {
        var shown = new ArrayList<Inline>();
        Style opened = Style.PLAIN;
        for (Inline run : withoutAddress(runs)) {
            var unclosed = run.formula().filter(it -> !it.isClosed());
            if (unclosed.isPresent()) {
                shown.add(new Inline(unclosed.get().latex(), run.style(), Optional.empty()));
                return Inline.joined(shown);
            }
            boolean fixed = run.style().is(Look.CODE) || run.formula().isPresent();
            if (fixed || run.link().isPresent()) {
                shown.add(styled(run.text(), run, opened));
                continue;
            }
            var opener = OPENER.matcher(run.text());
            int from = 0;
            while (!opened.is(Look.CODE) && opener.find()) {
                var next = opened(opened, opener.group());
                if (next.isPresent()) {
                    shown.add(styled(run.text().substring(from, opener.start()), run, opened));
                    opened = next.get();
                    from = opener.end();
                }
            }
            shown.add(styled(withoutHalfTag(run.text().substring(from)), run, opened));
        }
        return Inline.joined(shown);
    }

    /** Empty for a tag that opens nothing. */
    private static Optional<Style> opened(Style before, String opener) {
        if (opener.startsWith("<")) {
            return Look.ofElement(opener.substring(1, opener.length() - 1)).map(before::with);
        }
        return Optional.of(
                switch (opener) {
                    case "*" -> before.with(Look.EMPHASIS);
                    case "**" -> before.with(Look.STRONG);
                    case "***" -> before.with(Look.STRONG).with(Look.EMPHASIS);
                    case "~~" -> before.with(Look.STRIKE);
                    default -> before.with(Look.CODE);
                });
    }

    private static String withoutHalfTag(String text) {
        var half = HALF_TAG.matcher(text);
        return half.find(Math.max(0, text.length() - LONGEST_TAG))
                ? text.substring(0, half.start())
                : text;
    }

    private static Inline styled(String text, Inline run, Style opened) {
        return new Inline(text, run.style().and(opened), run.link(), run.formula());
    }

    /** Of {@code [label](http://exam} the label; the address may be a link by itself already. */
    private static List<Inline> withoutAddress(List<Inline> runs) {
        String after = "";
        for (int at = runs.size() - 1; at >= 0 && !ENDS_ADDRESS.matcher(after).find(); at--) {
            var run = runs.get(at);
            String rest = run.text() + after;
            var address = ADDRESS.matcher(rest);
            boolean fixed = run.style().is(Look.CODE) || run.formula().isPresent();
            boolean words = run.link().isEmpty() && !fixed;
            if (words && address.find() && address.start() < run.text().length()) {
                var shown = new ArrayList<>(runs.subList(0, at));
                shown.add(new Inline(rest.substring(0, address.start()), run.style(), run.link()));
                return withoutBracket(shown) ? shown : runs;
            }
            after = rest;
        }
        return runs;
    }

    /** Takes the last opening bracket away; false where there is none. */
    private static boolean withoutBracket(List<Inline> runs) {
        for (int at = runs.size() - 1; at >= 0; at--) {
            var run = runs.get(at);
            boolean fixed = run.style().is(Look.CODE) || run.formula().isPresent();
            int bracket = fixed ? -1 : run.text().lastIndexOf('[');
            if (bracket >= 0) {
                int from = run.text().startsWith("!", bracket - 1) ? bracket - 1 : bracket;
                String text = run.text().substring(0, from) + run.text().substring(bracket + 1);
                runs.set(at, new Inline(text, run.style(), run.link()));
                return true;
            }
        }
        return false;
    }
}
