package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.paddock.faults.Fault;
import dev.paddock.llama.process.Layers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

/** An app that is killed leaves no engine behind. {@code bin/bench orphans} does it 1,000 times. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class OrphanTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "STREAMING, ALL",
        "SPAWNING, WATCHDOG",
        "STOPPING, WATCHDOG",
        "STREAMING, WATCHDOG_WITHOUT_GROUP"
    })
    @Fault(49)
    void theEngineEndsWithAnAppThatIsKilled(Moment moment, Layers layers) throws Exception {
        var engine = RealEngine.executable();
        try (var app = new AppProcess(QUICK, engine, folder, moment, layers)) {
            app.await(moment);
            app.kill();
            assertEquals(List.of(), app.awaitNothing(LIMIT));
        }
    }

    /** The kernel ends the script alone; what it has started is left to the watchdog. */
    @ParameterizedTest
    @CsvSource({"ALL", "WATCHDOG_WITHOUT_GROUP"})
    @Fault({49, 52})
    void soDoesAnEngineThatAScriptHasStarted(Layers layers) throws Exception {
        var script = wrapper("\"" + RealEngine.executable() + "\" \"$@\" & wait");
        try (var app = new AppProcess(QUICK, script, folder, Moment.READY, layers)) {
            app.await(Moment.READY);
            app.kill();
            assertEquals(List.of(), app.awaitNothing(LIMIT));
        }
    }

    @Test
    void withoutAnyLayerItWouldStay() throws Exception {
        var engine = RealEngine.executable();
        try (var app = new AppProcess(QUICK, engine, folder, Moment.READY, Layers.NONE)) {
            app.await(Moment.READY);
            app.kill();
            assertFalse(app.running().isEmpty(), "nothing to be guarded against");
        }
    }

    private Path wrapper(String line) throws Exception {
        var script = Files.writeString(folder.resolve("llama-server"), "#!/bin/sh\n" + line + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }
}
