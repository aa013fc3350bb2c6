/** The only room that knows llama-server: its arguments, process, HTTP API and log. */
@NullMarked
package dev.paddock.llama;

import org.jspecify.annotations.NullMarked;
