package dev.paddock.ui.text;

import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The few HTML elements that models use within text. An element that is opened and closed among the
 * same siblings gives its look to what is between; every other tag stays as it was written.
 */
final class InlineHtml {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z]+)(?:\\s[^>]*)?/?>", Pattern.CASE_INSENSITIVE);

    private static final Pattern LINE_BREAK =
            Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);

    private InlineHtml() {}

    static List<Node> read(List<Node> siblings) {
        if (siblings.stream().noneMatch(HtmlInline.class::isInstance)) {
            return siblings;
        }
        var nodes = new ArrayList<>(siblings);
        nodes.removeIf(node -> node instanceof SoftLineBreak && isLineBreak(node.getPrevious()));
        Map<String, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i) instanceof HtmlInline html) {
                if (isLineBreak(html)) {
                    nodes.set(i, new HardLineBreak());
                } else {
                    element(nodes, i, html.getLiteral(), open);
                }
            }
        }
        return nodes;
    }

    /** The end of the source's line behind it is no second one. */
    private static boolean isLineBreak(@Nullable Node node) {
        return node instanceof HtmlInline html && LINE_BREAK.matcher(html.getLiteral()).matches();
    }

    private static void element(
            List<Node> nodes, int at, String literal, Map<String, Deque<Integer>> open) {
        var tag = TAG.matcher(literal);
        if (!tag.matches()) {
            return;
        }
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        var look = Look.ofElement(name);
        var opened = open.computeIfAbsent(name, _ -> new ArrayDeque<>());
        if (look.isEmpty()) {
            return;
        }
        if (tag.group(1).isEmpty()) {
            opened.push(at);
        } else {
            Optional.ofNullable(opened.poll())
                    .ifPresent(
                            from -> {
                                nodes.set(from, new StyleChange(look.get(), true));
                                nodes.set(at, new StyleChange(look.get(), false));
                            });
        }
    }
}
