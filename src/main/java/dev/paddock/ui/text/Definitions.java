package dev.paddock.ui.text;

import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.jspecify.annotations.Nullable;

import java.util.stream.Collectors;

/** Link definitions that nothing uses: whoever wrote one meant it as text. */
final class Definitions {
    private Definitions() {}

    static boolean isUnused(@Nullable Node node) {
        return node instanceof LinkReferenceDefinition && node.getFirstChild() == null;
    }

    /** Whether it goes on with the unused one before it. */
    static boolean continues(Node definition, String source) {
        Node before = definition.getPrevious();
        return isUnused(before)
                && source.substring(end(before), start(definition))
                                .chars()
                                .filter(it -> it == '\n')
                                .count()
                        <= 1;
    }

    /** That of it and of those that go on with it, to be read as text. */
    static String text(Node definition, String source) {
        var text = new StringBuilder(escaped(definition, source));
        Node next = definition.getNext();
        while (next != null && isUnused(next) && continues(next, source)) {
            text.append('\n').append(escaped(next, source));
            next = next.getNext();
        }
        return text.toString();
    }

    /** With a backslash before its bracket it is no definition. */
    private static String escaped(Node definition, String source) {
        return "\\"
                + definition.getSourceSpans().stream()
                        .map(
                                span ->
                                        source.substring(
                                                span.getInputIndex(),
                                                span.getInputIndex() + span.getLength()))
                        .collect(Collectors.joining("\n"))
                        .stripLeading();
    }

    private static int start(Node definition) {
        return definition.getSourceSpans().getFirst().getInputIndex();
    }

    private static int end(Node definition) {
        var last = definition.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength();
    }
}
