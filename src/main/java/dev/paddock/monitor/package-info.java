/** What the engine and this machine are doing, sampled while somebody looks. */
@NullMarked
package dev.paddock.monitor;

import org.jspecify.annotations.NullMarked;
