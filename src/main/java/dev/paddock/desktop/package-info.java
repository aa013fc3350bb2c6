/** What the desktop offers, through the system's own tools. */
@NullMarked
package dev.paddock.desktop;

import org.jspecify.annotations.NullMarked;
