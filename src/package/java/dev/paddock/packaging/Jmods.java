package dev.paddock.packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Turns the jars of the app into linkable modules: the classes of this Java release, and this
 * system's native libraries as files of the run-time image. In a jar these would be unpacked to a
 * temporary folder at each start; those of other systems are left out.
 */
final class Jmods {
    private static final List<String> NATIVE = List.of(".so", ".dll", ".dylib", ".jnilib", ".a");

    /** What no program reads at run time: checksums and build records. */
    private static final List<String> USELESS =
            List.of("META-INF/MANIFEST.MF", "META-INF/maven/", "META-INF/versions/");

    private final Path scratch;
    private final Path target;

    private Jmods(Path scratch, Path target) {
        this.scratch = scratch;
        this.target = target;
    }

    /** Makes one file per module; the folder they lie in. */
    static Path make(Path work) throws IOException {
        var target = Tools.fresh(work.resolve("jmods"));
        var jmods = new Jmods(work.resolve("jmod"), target);
        for (Path jar : AppList.modulePath()) {
            jmods.convert(jar);
        }
        Tools.delete(jmods.scratch);
        return target;
    }

    private void convert(Path jar) throws IOException {
        var classes = Tools.fresh(scratch).resolve("classes");
        Files.createDirectories(classes);
        if (Files.isDirectory(jar)) {
            copy(jar, classes);
        } else {
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                unpack(content.getPath("/"), classes);
            }
        }
        // JavaFX has an empty jar beside the one of each system.
        if (Files.notExists(classes.resolve("module-info.class"))) {
            return;
        }
        var libraries = Files.createDirectories(scratch.resolve("lib"));
        moveNatives(classes, libraries);
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "");
        var arguments =
                List.of(
                        "create",
                        "--class-path",
                        classes.toString(),
                        "--libs",
                        libraries.toString(),
                        target.resolve(name + ".jmod").toString());
        Tools.run("jmod", arguments);
    }

    /** A jar may hold other classes for later releases; the newest for this one wins. */
    private static void unpack(Path root, Path classes) throws IOException {
        copy(root, classes);
        for (int release : IntStream.rangeClosed(9, Runtime.version().feature()).toArray()) {
            var newer = root.resolve("META-INF").resolve("versions").resolve("" + release);
            if (Files.isDirectory(newer)) {
                copy(newer, classes);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : Tools.files(from)) {
            String name = from.relativize(file).toString();
            if (USELESS.stream().anyMatch(name::startsWith) || signature(name)) {
                continue;
            }
            var copy = to.resolve(name);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean signature(String name) {
        return name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    }

    private static void moveNatives(Path classes, Path libraries) throws IOException {
        for (Path file : natives(classes)) {
            String place = classes.relativize(file.getParent()).toString();
            if (place.isEmpty() || SYSTEM_FOLDERS.stream().anyMatch(place::endsWith)) {
                Files.move(file, libraries.resolve(file.getFileName()));
            } else {
                Files.delete(file);
            }
        }
    }

    private static List<Path> natives(Path classes) throws IOException {
        var found = new ArrayList<Path>();
        for (Path file : Tools.files(classes)) {
            if (NATIVE.stream().anyMatch(file.getFileName().toString()::endsWith)) {
                found.add(file);
            }
        }
        return found;
    }

    /** How sqlite-jdbc and JNA name the folders of the libraries for this system. */
    private static final List<String> SYSTEM_FOLDERS = systemFolders();

    private static List<String> systemFolders() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        if (system.startsWith("linux")) {
            return arm
                    ? List.of("native/Linux/aarch64", "jna/linux-aarch64")
                    : List.of("native/Linux/x86_64", "jna/linux-x86-64");
        }
        if (system.startsWith("mac")) {
            return arm
                    ? List.of("native/Mac/aarch64", "jna/darwin-aarch64")
                    : List.of("native/Mac/x86_64", "jna/darwin-x86-64");
        }
        return arm
                ? List.of("native\\Windows\\aarch64", "jna\\win32-aarch64")
                : List.of("native\\Windows\\x86_64", "jna\\win32-x86-64");
    }
}
