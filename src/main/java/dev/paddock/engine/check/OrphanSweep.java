package dev.paddock.engine.check;

import dev.paddock.engine.check.ProcessTable.Entry;
import dev.paddock.engine.check.ProcessTable.Token;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Ends the engines an earlier run of this app has left behind. An engine is ended only when
 * everything that was recorded of it still holds and the app that started it is gone; whatever
 * cannot be seen counts against ending it, with one exception. Where the system hides the token,
 * the same process id, start, program and port are enough: two processes cannot share the first
 * two, and the others say that it is the engine.
 */
public final class OrphanSweep {
    /** The system reckons a start from the time of day, which may have been set meanwhile. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final EngineRecords records;
    private final ProcessTable processes;

    public OrphanSweep(EngineRecords records, ProcessTable processes) {
        this.records = records;
        this.processes = processes;
    }

    /** Blocks for some milliseconds, and two seconds for an engine that does not end by itself. */
    public List<EngineRecord> run() {
        var ended = new ArrayList<EngineRecord>();
        for (EngineRecord record : records.all()) {
            if (at(record.owner(), record.ownerStarted()).isPresent()) {
                continue;
            }
            var stray = at(record.pid(), record.started()).filter(found -> fits(found, record));
            if (stray.isEmpty()) {
                records.remove(record);
            } else if (stray.get().end(PATIENCE)) {
                records.remove(record);
                ended.add(record);
            }
        }
        return List.copyOf(ended);
    }

    /** A process whose start the system does not tell may be the one: it counts as there. */
    private Optional<Entry> at(long pid, Instant started) {
        return processes
                .find(pid)
                .filter(found -> found.started().isEmpty() || near(found.started().get(), started));
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    private static boolean fits(Entry found, EngineRecord record) {
        boolean sameToken =
                switch (found.token()) {
                    case Token.Shown(var token) -> token.equals(record.token());
                    case Token.None _ -> false;
                    case Token.Hidden _ -> true;
                };
        return sameToken
                && found.started().isPresent()
                && found.port().orElse(-1) == record.port()
                && found.programs().stream().anyMatch(each -> isOf(each, record.executable()));
    }

    /** An engine may come as a script whose program lies beside it, with a longer name. */
    private static boolean isOf(Path program, Path executable) {
        return Objects.equals(program.getParent(), executable.getParent())
                && name(program).startsWith(name(executable));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
