/** What can be set: the catalogues of options, their values, and which of several values holds. */
@NullMarked
package dev.paddock.option;

import org.jspecify.annotations.NullMarked;
