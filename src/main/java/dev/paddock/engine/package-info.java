/**
 * Owning one engine process: settings, states, failures and the supervisor that moves between them.
 */
@NullMarked
package dev.paddock.engine;

import org.jspecify.annotations.NullMarked;
