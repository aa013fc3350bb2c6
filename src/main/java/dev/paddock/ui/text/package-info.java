/** Markdown as a flat list of blocks, without JavaFX; also while it still grows. */
@NullMarked
package dev.paddock.ui.text;

import org.jspecify.annotations.NullMarked;
