/**
 * The processes of llama-server: arguments, spawning, guards against orphans, and what their log
 * tells.
 */
@NullMarked
package dev.paddock.llama.process;

import org.jspecify.annotations.NullMarked;
