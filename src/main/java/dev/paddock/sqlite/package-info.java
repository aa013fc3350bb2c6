/** Histories in SQLite. */
@NullMarked
package dev.paddock.sqlite;

import org.jspecify.annotations.NullMarked;
