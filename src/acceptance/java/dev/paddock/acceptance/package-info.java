/**
 * The installed app with real models, used on a screen as a person does: with keys and pointer, and
 * by what can be read there. One file for each scenario; {@code src/acceptance/run} plays them all.
 */
@NullMarked
package dev.paddock.acceptance;

import org.jspecify.annotations.NullMarked;
