/** Choosing a model file. */
@NullMarked
package dev.paddock.ui.models;

import org.jspecify.annotations.NullMarked;
