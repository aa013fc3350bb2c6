/** The servers that can be chatted with; the local engine is one of them while it is ready. */
@NullMarked
package dev.paddock.connection;

import org.jspecify.annotations.NullMarked;
