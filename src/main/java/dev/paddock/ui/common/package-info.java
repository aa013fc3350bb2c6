/** What every view needs: the way onto the FX thread, words, views, themes. */
@NullMarked
package dev.paddock.ui.common;

import org.jspecify.annotations.NullMarked;
