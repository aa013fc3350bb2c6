/** HTTP with servers: the only room that knows {@code java.net.http}. */
@NullMarked
package dev.paddock.http;

import org.jspecify.annotations.NullMarked;
