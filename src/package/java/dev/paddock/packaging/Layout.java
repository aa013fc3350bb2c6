package dev.paddock.packaging;

import java.nio.file.Path;

/**
 * Where things lie in the image of one system.
 *
 * @param own the app's own files
 * @param runtime the Java within
 * @param libraries the native libraries of that Java
 * @param ownAsOption {@link #own} as the launcher writes it in Java options
 * @param librariesAsOption {@link #libraries} likewise
 */
record Layout(
        Path own, Path runtime, Path libraries, String ownAsOption, String librariesAsOption) {

    /** As {@code linux.sh} wants it; the launcher sets {@code home}. */
    static Layout linux(Path image) {
        Path lib = image.resolve("lib");
        Path runtime = lib.resolve("runtime");
        return new Layout(
                lib.resolve("app"),
                runtime,
                runtime.resolve("lib"),
                "$home/lib/app",
                "$home/lib/runtime/lib");
    }

    /** As jpackage makes it; its launcher knows {@code $APPDIR}. */
    static Layout mac(Path image) {
        Path contents = image.resolve("Contents");
        Path runtime = contents.resolve("runtime").resolve("Contents").resolve("Home");
        return new Layout(
                contents.resolve("app"),
                runtime,
                runtime.resolve("lib"),
                "$APPDIR",
                "$APPDIR/../runtime/Contents/Home/lib");
    }

    /** As jpackage makes it; its launcher knows {@code $APPDIR}. */
    static Layout windows(Path image) {
        Path runtime = image.resolve("runtime");
        return new Layout(
                image.resolve("app"),
                runtime,
                runtime.resolve("bin"),
                "$APPDIR",
                "$APPDIR\\..\\runtime\\bin");
    }
}
