/** What a person has chosen, as validated records. */
@NullMarked
package dev.paddock.settings;

import org.jspecify.annotations.NullMarked;
