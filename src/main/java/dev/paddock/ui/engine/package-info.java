/** Engine controls, engine settings, failure banner. */
@NullMarked
package dev.paddock.ui.engine;

import org.jspecify.annotations.NullMarked;
