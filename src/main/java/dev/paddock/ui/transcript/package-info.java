/** The transcript: messages as a flat list of rows, and the view that shows the few in sight. */
@NullMarked
package dev.paddock.ui.transcript;

import org.jspecify.annotations.NullMarked;
