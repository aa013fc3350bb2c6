/** JSON as plain maps and lists, for every adapter that reads or writes it. */
@NullMarked
package dev.paddock.json;

import org.jspecify.annotations.NullMarked;
