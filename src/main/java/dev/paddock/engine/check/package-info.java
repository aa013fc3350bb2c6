/** What is looked at before an engine starts, and after this app was killed. */
@NullMarked
package dev.paddock.engine.check;

import org.jspecify.annotations.NullMarked;
