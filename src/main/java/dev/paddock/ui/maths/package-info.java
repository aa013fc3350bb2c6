/** Mathematics: LaTeX typeset in the background, and drawn. */
@NullMarked
package dev.paddock.ui.maths;

import org.jspecify.annotations.NullMarked;
