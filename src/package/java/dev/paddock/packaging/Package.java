package dev.paddock.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the app's image for this system below {@code target/package}: a Java runtime with the app
 * linked in, and the AOT cache of a real run.
 */
final class Package {
    private static final Path WORK = Path.of("target", "package").toAbsolutePath();
    private static final Path ENGINE = Path.of("engine").toAbsolutePath();

    private final AppList app;
    private final Path image;
    private final Path runtime;

    private Package(AppList app) {
        this.app = app;
        image = WORK.resolve(app.of("command"));
        runtime = image.resolve("lib").resolve("runtime");
    }

    static void main() throws Exception {
        new Package(AppList.read()).make();
    }

    private void make() throws Exception {
        Files.createDirectories(WORK);
        Path jmods = Jmods.make(WORK);
        Tools.fresh(image);
        Files.createDirectories(runtime.getParent());
        RuntimeImage.link(app, jmods, runtime);
        Path own = Files.createDirectories(image.resolve("lib").resolve("app"));
        writeLauncher();
        train(own);
    }

    /**
     * jpackage's own launcher asks rpm and dpkg, twice, whom it belongs to before it starts Java:
     * at best 130 ms. So Linux has a script.
     */
    private void writeLauncher() throws IOException {
        var lines = new ArrayList<String>();
        for (String option : AppList.javaOptions("$home/lib/app", "$home/lib/runtime/lib")) {
            lines.add("  \"" + option + "\" \\");
        }
        var template = Path.of("packaging", "jpackage", "launcher.sh");
        String script =
                Files.readString(template)
                        .replace("@OPTIONS@", String.join("\n", lines).strip())
                        .replace("@MAIN@", app.of("main"));
        Path launcher =
                Files.createDirectories(image.resolve("bin")).resolve(app.of("command"));
        Files.writeString(launcher, script);
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void train(Path own) throws Exception {
        var command = new ArrayList<String>();
        command.add(runtime.resolve("bin").resolve("java").toString());
        AppList.javaOptions(own.toString(), runtime.resolve("lib").toString()).stream()
                .filter(option -> !option.startsWith("-XX:AOT") && !option.startsWith("-Xlog"))
                .forEach(command::add);
        command.addAll(List.of("-m", app.of("main")));
        Optional<Path> engine =
                Optional.of(ENGINE).filter(folder -> Files.exists(folder.resolve("llama-server")));
        Training.run(command, own.resolve(app.of("command") + ".aot"), WORK, engine);
    }
}
