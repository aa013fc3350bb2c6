package dev.paddock.ui.text;

import org.commonmark.node.CustomBlock;

/** Lines that a displayed formula begins; what they hold is read as that of a paragraph. */
final class FormulaBlock extends CustomBlock {}
