package dev.paddock.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the app's image for this system below {@code target/package}: a Java runtime with the app
 * linked in, the AOT cache of a real run, and the notices. Prints where it lies.
 */
final class Package {
    private static final Path WORK = Path.of("target", "package").toAbsolutePath();
    private static final Path ENGINE = Path.of("engine").toAbsolutePath();

    /**
     * Java compares the time of its modules file with that in the AOT cache; installers keep it.
     */
    private static final FileTime LINKED = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final AppList app;

    private Package(AppList app) {
        this.app = app;
    }

    static void main() throws Exception {
        System.out.println(new Package(AppList.read()).make());
    }

    private Path make() throws Exception {
        Files.createDirectories(WORK);
        Path linked = WORK.resolve("linked");
        Tools.delete(linked);
        RuntimeImage.link(app, Jmods.make(WORK), linked);
        String system = System.getProperty("os.name");
        Path image;
        Layout layout;
        if (system.startsWith("Mac")) {
            image = WORK.resolve(app.of("name") + ".app");
            layout = Layout.mac(image);
            byJpackage(image, linked, layout);
        } else if (system.startsWith("Windows")) {
            image = WORK.resolve(app.of("name"));
            layout = Layout.windows(image);
            byJpackage(image, linked, layout);
        } else {
            image = WORK.resolve(app.of("command"));
            layout = Layout.linux(image);
            byHand(image, linked, layout);
        }
        Files.setLastModifiedTime(layout.runtime().resolve("lib").resolve("modules"), LINKED);
        Notices.write(layout.own().resolve("notices"), layout.runtime());
        train(layout);
        removeTools(layout.runtime().resolve("bin"));
        return image;
    }

    private void byJpackage(Path image, Path linked, Layout layout) throws IOException {
        Tools.delete(image);
        Path icon = WORK.resolve(image.toString().endsWith(".app") ? "icon.icns" : "icon.ico");
        Icons.writeIcns(WORK.resolve("icon.icns"));
        Icons.writeIco(WORK.resolve("icon.ico"));
        var arguments = new ArrayList<>(List.of("--type", "app-image"));
        arguments.addAll(List.of("--name", app.of("name"), "--dest", WORK.toString()));
        arguments.addAll(List.of("--app-version", app.version(), "--vendor", app.of("vendor")));
        arguments.addAll(List.of("--description", app.of("summary"), "--icon", icon.toString()));
        arguments.addAll(List.of("--runtime-image", linked.toString()));
        arguments.addAll(List.of("--module", app.of("main")));
        for (String option :
                AppList.javaOptions(layout.ownAsOption(), layout.librariesAsOption())) {
            arguments.addAll(List.of("--java-options", option));
        }
        Tools.run("jpackage", arguments);
    }

    /**
     * jpackage's own launcher asks rpm and dpkg, twice, whom it belongs to before it starts Java:
     * at best 130 ms. So Linux has a script.
     */
    private void byHand(Path image, Path linked, Layout layout) throws IOException {
        Tools.fresh(image);
        Files.createDirectories(layout.own());
        Files.move(linked, layout.runtime());
        strip(layout.runtime());
        var lines = new ArrayList<String>();
        for (String option :
                AppList.javaOptions(layout.ownAsOption(), layout.librariesAsOption())) {
            lines.add("\"" + option + "\" \\");
        }
        var parts = Path.of("packaging", "jpackage", "linux");
        String script =
                Files.readString(parts.resolve("launcher.sh"))
                        .replace("@LOCALE@", Files.readString(parts.resolve("locale.sh")).strip())
                        .replace("@OPTIONS@", String.join("\n  ", lines))
                        .replace("@MAIN@", app.of("main"));
        Path launcher = image.resolve("bin").resolve(app.of("command"));
        Files.createDirectories(launcher.getParent());
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The symbols of the libraries, which only a debugger would read: 6 MB. */
    private static void strip(Path runtime) throws IOException {
        for (Path file : Tools.files(runtime)) {
            if (file.toString().endsWith(".so")) {
                Tools.command("strip", "--strip-unneeded", file.toString());
            }
        }
    }

    private void train(Layout layout) throws Exception {
        var command = new ArrayList<String>();
        command.add(layout.runtime().resolve("bin").resolve("java").toString());
        AppList.javaOptions(layout.own().toString(), layout.libraries().toString()).stream()
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-Xlog"))
                .forEach(command::add);
        command.addAll(List.of("-m", app.of("main")));
        Optional<Path> engine =
                Optional.of(ENGINE).filter(folder -> Files.exists(folder.resolve("llama-server")));
        Path cache = layout.own().resolve(app.of("command") + ".aot");
        Training.run(command, cache, WORK, engine);
    }

    /**
     * The commands of the JDK's tools; Java itself is what Linux starts, and the rest need none.
     */
    private static void removeTools(Path bin) throws IOException {
        for (Path file : Tools.files(bin)) {
            String name = file.getFileName().toString();
            if (!name.contains(".") && !name.equals("java")) {
                Files.delete(file);
            }
        }
    }
}
