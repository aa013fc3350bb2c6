package dev.paddock.ui.text;

import org.commonmark.node.CustomNode;

/** The place in the text that a footnote belongs to. */
final class FootnoteReference extends CustomNode {
    final String label;

    FootnoteReference(String label) {
        this.label = label;
    }
}
