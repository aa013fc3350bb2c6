/** llama-server's HTTP API: requests, answers, streams. */
@NullMarked
package dev.paddock.llama.api;

import org.jspecify.annotations.NullMarked;
