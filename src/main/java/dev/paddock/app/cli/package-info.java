/** The command line: what it says, what it does not understand, and its help. */
@NullMarked
package dev.paddock.app.cli;

import org.jspecify.annotations.NullMarked;
