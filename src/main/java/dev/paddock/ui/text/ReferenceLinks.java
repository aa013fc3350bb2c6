package dev.paddock.ui.text;

import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

import java.util.regex.Pattern;

/**
 * Reads footnote references, and notes which definitions links and pictures have taken their
 * address from: whatever nothing uses is text.
 */
final class ReferenceLinks implements LinkProcessor {
    private static final Pattern FOOTNOTE = Pattern.compile("\\^[^\\[\\]\\s]{1,99}");

    /** What is appended to a definition that is used. */
    static final class Used extends org.commonmark.node.CustomNode {}

    @Override
    public LinkResult process(LinkInfo info, Scanner scanner, InlineParserContext context) {
        if (info.destination() != null) {
            return LinkResult.none();
        }
        String text = info.text(scanner);
        boolean picture = info.marker() != null;
        boolean shortcut = info.label() == null;
        if (shortcut && !picture && text.startsWith("^") && FOOTNOTE.matcher(text).matches()) {
            return LinkResult.replaceWith(
                    new FootnoteReference(text.substring(1)), scanner.position());
        }
        String label = shortcut || info.label().isEmpty() ? text : info.label();
        var definition = context.getDefinition(LinkReferenceDefinition.class, label);
        if (definition == null) {
            return LinkResult.none();
        }
        if (definition.getFirstChild() == null) {
            definition.appendChild(new Used());
        }
        String address = definition.getDestination();
        return picture
                ? LinkResult.wrapTextIn(
                                new Image(address, definition.getTitle()), scanner.position())
                        .includeMarker()
                : LinkResult.wrapTextIn(
                        new Link(address, definition.getTitle()), scanner.position());
    }
}
