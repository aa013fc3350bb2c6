package dev.paddock.ui.text;

import org.commonmark.node.CustomNode;

/**
 * Here a look begins or ends among the nodes beside it. A mark instead of a node around them, since
 * nothing that is written can nest marks too deep.
 */
final class StyleChange extends CustomNode {
    final Look look;
    final boolean begins;

    StyleChange(Look look, boolean begins) {
        this.look = look;
        this.begins = begins;
    }
}
