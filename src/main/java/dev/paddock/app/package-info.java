/** Composition root: entry point, command line, wiring, self-test. */
@NullMarked
package dev.paddock.app;

import org.jspecify.annotations.NullMarked;
