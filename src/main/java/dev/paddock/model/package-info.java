/** Model files: the GGUF header, what it says of a model, and a writer of tiny models. */
@NullMarked
package dev.paddock.model;

import org.jspecify.annotations.NullMarked;
