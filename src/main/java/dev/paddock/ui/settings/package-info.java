/** The settings dialog. */
@NullMarked
package dev.paddock.ui.settings;

import org.jspecify.annotations.NullMarked;
