/** Every word and figure a person reads; the only room with a locale. */
@NullMarked
package dev.paddock.ui.words;

import org.jspecify.annotations.NullMarked;
