/** The engine's output: kept, cut into lines, freed of secrets. */
@NullMarked
package dev.paddock.engine.log;

import org.jspecify.annotations.NullMarked;
