/** Settings as JSON and the folders the app writes to. */
@NullMarked
package dev.paddock.files;

import org.jspecify.annotations.NullMarked;
