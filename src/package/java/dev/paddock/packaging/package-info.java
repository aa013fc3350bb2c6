/** Makes the installable image of the app. Part of the build, not of the app. */
@NullMarked
package dev.paddock.packaging;

import org.jspecify.annotations.NullMarked;
