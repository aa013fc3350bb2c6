/** The main window: frame, menus and the arrangement of the other views. */
@NullMarked
package dev.paddock.ui.shell;

import org.jspecify.annotations.NullMarked;
