/** Model files: the GGUF header, and what it says of a model. */
@NullMarked
package dev.paddock.model;

import org.jspecify.annotations.NullMarked;
