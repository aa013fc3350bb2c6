package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.model.TinyModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The app as its launcher starts it, with as little of an environment as there can be. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class LauncherTest {
    private static final Path LAUNCHER = Path.of("bin", "paddock").toAbsolutePath();

    @TempDir Path folder;

    private record Ended(int status, String said) {}

    private static Ended launched(Map<String, String> environment, String... arguments)
            throws Exception {
        var builder = new ProcessBuilder(LAUNCHER.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return ended(builder);
    }

    private static Ended ended(ProcessBuilder builder) throws Exception {
        var process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES), said);
        return new Ended(process.exitValue(), said);
    }

    /** The engine, the model, the history and the picture all lie under such a path. */
    @Test
    void pathsWithOtherLettersWorkInThePlainLocaleAndWithoutAHome() throws Exception {
        Path model = Files.createDirectories(folder.resolve("Größe 模型")).resolve("ü.gguf");
        TinyModel.write(model);
        Path data = folder.resolve("dätä");
        var done =
                launched(
                        Map.of("LC_ALL", "C", "TMPDIR", folder.toString()),
                        "--self-test",
                        "--threads=1",
                        "--data-dir",
                        data.toString(),
                        "--",
                        model.toString());
        assertEquals(Main.OK, done.status(), done.said());
        assertTrue(Files.exists(data.resolve("self-test.png")), done.said());
    }

    /** Paths are read before anything else is done. */
    @ParameterizedTest
    @ValueSource(strings = {"POSIX", "xx_XX.UTF-8", "de_DE"})
    void pathsAreReadWhateverTheLocaleIsCalled(String locale) throws Exception {
        String model = folder.resolve("Größe 模型.gguf").toString();
        var done = launched(Map.of("LC_ALL", locale), "--version", "--model", model);
        assertEquals(Main.OK, done.status(), done.said());
    }

    @Test
    void numbersAreWrittenAsThePersonWritesThem() throws Exception {
        var german = Map.of("LANG", "C.UTF-8", "LC_NUMERIC", "de_DE.UTF-8");
        assertTrue(launched(german, "--help").said().contains("0,95"));
        assertTrue(launched(Map.of("LANG", "C"), "--help").said().contains("0.95"));
        var refused = launched(german, "--temp", "5,5").said();
        assertTrue(refused.contains("5,5") && !refused.contains("unexpected"), refused);
    }

    @Test
    void whyThereIsNoWindowIsShownAfterAStartFromAMenu() throws Exception {
        Path shown = folder.resolve("shown");
        Path tool = folder.resolve("zenity");
        Files.writeString(tool, "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + shown + "'\n");
        Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
        Path data = folder.resolve("data");
        var builder = OtherJava.running(WithoutWindow.class, "--data-dir", data.toString());
        builder.environment().put("DISPLAY", ":987654");
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));

        var done = ended(builder);

        assertEquals(Main.FAILED, done.status(), done.said());
        String reason = done.said().lines().toList().getLast();
        var said = Files.readAllLines(shown);
        assertEquals(reason, said.getLast());
        assertTrue(reason.contains(":987654") || reason.contains("lib"), reason);
    }
}
