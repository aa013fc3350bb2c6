package dev.paddock.engine.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.check.ProcessTable.Token;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class OrphanSweepTest {
    private static final Instant STARTED = Instant.parse("2026-11-21T10:00:00.120Z");
    private static final Instant OTHER = STARTED.plusSeconds(10);
    private static final long PID = 500;
    private static final long OWNER = 400;
    private static final EngineRecord RECORD =
            new EngineRecord(
                    PID,
                    STARTED,
                    Path.of("/opt/engine/llama-server"),
                    8080,
                    "token",
                    OWNER,
                    STARTED);
    private static final Found ENGINE =
            new Found(
                    Optional.of(STARTED),
                    List.of(Path.of("/opt/engine/llama-server")),
                    OptionalInt.of(8080),
                    new Token.Shown("token"));
    private static final Found APP =
            new Found(Optional.of(STARTED), List.of(), OptionalInt.empty(), new Token.None());

    private final Map<Long, Found> processes = new HashMap<>();
    private final List<Long> ended = new ArrayList<>();
    private final List<EngineRecord> records = new ArrayList<>(List.of(RECORD));
    private boolean endless;

    private record Found(
            Optional<Instant> started, List<Path> programs, OptionalInt port, Token token) {
        Found startedAt(Instant when) {
            return new Found(Optional.of(when), programs, port, token);
        }

        Found startedUnknown() {
            return new Found(Optional.empty(), programs, port, token);
        }

        Found of(String... paths) {
            return new Found(started, List.of(paths).stream().map(Path::of).toList(), port, token);
        }

        Found on(OptionalInt other) {
            return new Found(started, programs, other, token);
        }

        Found with(Token other) {
            return new Found(started, programs, port, other);
        }
    }

    private final class Entry implements ProcessTable.Entry {
        private final long pid;
        private final Found found;

        Entry(long pid, Found found) {
            this.pid = pid;
            this.found = found;
        }

        @Override
        public Optional<Instant> started() {
            return found.started();
        }

        @Override
        public List<Path> programs() {
            return found.programs();
        }

        @Override
        public OptionalInt port() {
            return found.port();
        }

        @Override
        public Token token() {
            return found.token();
        }

        @Override
        public boolean end(Duration limit) {
            ended.add(pid);
            return !endless;
        }
    }

    private final EngineRecords kept =
            new EngineRecords() {
                @Override
                public void add(EngineRecord engine) {
                    records.add(engine);
                }

                @Override
                public void remove(EngineRecord engine) {
                    records.remove(engine);
                }

                @Override
                public List<EngineRecord> all() {
                    return List.copyOf(records);
                }
            };

    private List<EngineRecord> sweep() {
        return new OrphanSweep(
                        kept,
                        pid ->
                                Optional.ofNullable(processes.get(pid))
                                        .map(it -> new Entry(pid, it)))
                .run();
    }

    static final List<Found> OURS =
            List.of(
                    ENGINE,
                    ENGINE.startedAt(STARTED.plusMillis(990)),
                    ENGINE.of("/bin/sh", "/opt/engine/llama-server"),
                    ENGINE.of("/opt/engine/ld-linux.so.2", "/opt/engine/llama-server.bin"),
                    ENGINE.with(new Token.Hidden()));

    @ParameterizedTest
    @FieldSource("OURS")
    void endsWhatIsOursAndHasNoOwner(Found engine) {
        processes.put(PID, engine);
        assertEquals(List.of(RECORD), sweep());
        assertEquals(List.of(PID), ended);
        assertEquals(List.of(), records);
    }

    static final List<Found> STRANGERS =
            List.of(
                    ENGINE.startedAt(OTHER),
                    ENGINE.startedAt(STARTED.minusSeconds(10)),
                    ENGINE.startedUnknown(),
                    ENGINE.of("/usr/bin/llama-server"),
                    ENGINE.of("/opt/engine/other"),
                    ENGINE.of("/opt/engine2/llama-server"),
                    ENGINE.of(),
                    ENGINE.on(OptionalInt.of(8081)),
                    ENGINE.on(OptionalInt.empty()),
                    ENGINE.with(new Token.Shown("other")),
                    ENGINE.with(new Token.None()),
                    ENGINE.with(new Token.Hidden()).startedAt(OTHER),
                    ENGINE.with(new Token.Hidden()).on(OptionalInt.empty()));

    @ParameterizedTest
    @FieldSource("STRANGERS")
    @Fault(51)
    void oneDifferenceIsEnoughToLeaveItAlone(Found stranger) {
        processes.put(PID, stranger);
        assertEquals(List.of(), sweep());
        assertEquals(List.of(), ended);
        assertEquals(List.of(), records, "it can never become ours");
    }

    static final List<Found> OWNERS = List.of(APP, APP.startedUnknown());

    @ParameterizedTest
    @FieldSource("OWNERS")
    void leavesTheEngineOfALivingApp(Found owner) {
        processes.put(PID, ENGINE);
        processes.put(OWNER, owner);
        assertEquals(List.of(), sweep());
        assertEquals(List.of(), ended);
        assertEquals(List.of(RECORD), records);
    }

    @Test
    @Fault(51)
    void aProcessWithTheIdOfTheAppIsNotTheApp() {
        processes.put(PID, ENGINE);
        processes.put(OWNER, APP.startedAt(OTHER));
        assertEquals(List.of(RECORD), sweep());
    }

    @Test
    void forgetsWhatHasEnded() {
        assertEquals(List.of(), sweep());
        assertEquals(List.of(), records);
    }

    @Test
    void triesAgainNextTimeWhatDoesNotEnd() {
        processes.put(PID, ENGINE);
        endless = true;
        assertEquals(List.of(), sweep());
        assertEquals(List.of(RECORD), records);
    }
}
