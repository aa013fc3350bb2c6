package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.check.EngineRecord;
import dev.paddock.engine.check.OrphanSweep;
import dev.paddock.faults.Fault;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.llama.process.EngineProcesses;
import dev.paddock.llama.process.Layers;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Among real engines, only what a killed app left behind is ended. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class SweepEngineTest {
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto");

    @TempDir Path folder;

    private Path mine() throws Exception {
        return Files.createDirectories(folder.resolve("mine"));
    }

    private static List<EngineRecord> sweep(Path data) {
        return new OrphanSweep(
                        new EngineRecordFiles(data.resolve("engines")), new EngineProcesses())
                .run();
    }

    @Test
    @Fault({49, 51})
    void endsTheEngineOfAKilledAppAndNoOther() throws Exception {
        var engine = RealEngine.executable();
        var theirs = Files.createDirectories(folder.resolve("theirs"));
        try (var other = new AppProcess(QUICK, engine, theirs, Moment.READY, Layers.ALL);
                var app = new AppProcess(QUICK, engine, mine(), Moment.READY, Layers.NONE)) {
            app.await(Moment.READY);
            other.await(Moment.READY);
            var records = new EngineRecordFiles(mine().resolve("engines"));
            var record = records.all().getFirst();
            var foreign = new EngineRecordFiles(theirs.resolve("engines")).all().getFirst();
            assertEquals(List.of(), sweep(mine()), "its app lives");

            app.kill();
            assertEquals(List.of(record.pid()), app.running());
            records.add(asIfFor(foreign.pid(), record));
            assertEquals(List.of(record), sweep(mine()));

            assertEquals(List.of(), app.awaitNothing(Duration.ofSeconds(20)));
            assertTrue(other.running().contains(foreign.pid()), "the neighbour's was touched");
            assertEquals(List.of(), records.all());
            assertEquals(List.of(), sweep(mine()));
            assertFalse(new EngineRecordFiles(theirs.resolve("engines")).all().isEmpty());
        }
    }

    /** What a record says whose process id the system has given away again. */
    private static EngineRecord asIfFor(long pid, EngineRecord record) {
        return new EngineRecord(
                pid,
                record.started(),
                record.executable(),
                record.port(),
                record.token(),
                record.owner(),
                record.ownerStarted());
    }
}
