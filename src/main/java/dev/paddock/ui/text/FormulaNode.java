package dev.paddock.ui.text;

import org.commonmark.node.CustomNode;

/** Mathematics in the tree of a document. */
final class FormulaNode extends CustomNode {
    private final Formula formula;
    private final String source;

    /**
     * @param source as written, with the delimiters; of an unclosed one the delimiter alone
     */
    FormulaNode(Formula formula, String source) {
        this.formula = formula;
        this.source = source;
    }

    Formula formula() {
        return formula;
    }

    String source() {
        return source;
    }
}
