/** Repairs and helps for the toolkit and the desktop around it. */
@NullMarked
package dev.paddock.ui.platform;

import org.jspecify.annotations.NullMarked;
