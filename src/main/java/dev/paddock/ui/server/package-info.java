/** Engine controls, engine settings, failure banner. */
@NullMarked
package dev.paddock.ui.server;

import org.jspecify.annotations.NullMarked;
