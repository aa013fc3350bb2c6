package dev.paddock.llama.process;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.ComputeDevice;
import dev.paddock.engine.DeviceUse;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.EngineExit;
import dev.paddock.engine.EngineInfo;
import dev.paddock.engine.EngineOutput;
import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.Failure;
import dev.paddock.engine.FailureException;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Launcher;
import dev.paddock.engine.LoadProgress;
import dev.paddock.engine.check.EngineRecord;
import dev.paddock.engine.check.EngineRecords;
import dev.paddock.option.EngineOptions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Starts llama-server. Safe from any thread; see {@link Launcher#launch} for the one to choose. */
public final class LlamaLauncher implements Launcher {
    /** Tells one run of the engine from every other; unlike the key it opens nothing. */
    static final String RUN_TOKEN = "PADDOCK_RUN";

    private static final String LEFT_OUT = "Paddock: left out of the engine's environment: ";
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");
    private static final int TOKEN_BYTES = 16;

    private final EngineRecords records;
    private final Supplier<OrphanGuard> detect;
    private final SecureRandom random = new SecureRandom();
    private final HelpCache help;
    private final ReentrantLock detecting = new ReentrantLock();
    private Optional<OrphanGuard> guard = Optional.empty();

    /** Records nothing. */
    public LlamaLauncher() {
        this(EngineRecords.NONE, new HelpCache());
    }

    /**
     * @param records where each engine is remembered until it has ended
     * @param help what is known of the engines already
     */
    public LlamaLauncher(EngineRecords records, HelpCache help) {
        this(records, help, OrphanGuard::detect);
    }

    LlamaLauncher(EngineRecords records, HelpCache help, Supplier<OrphanGuard> detect) {
        this.records = records;
        this.help = help;
        this.detect = detect;
    }

    /**
     * Learns ahead what a start needs to know of an engine, so that the start itself need not wait
     * for it. Blocks for some 200 ms.
     */
    public void learn(Path engine) {
        guard();
        help.askForDevices(engine);
    }

    /**
     * The memory that is free on a device changes from start to start. An engine that had no device
     * is not asked again: it tells in its log of one that it has now.
     */
    @Override
    public void prepare(LaunchPlan plan) {
        if (help.devices(plan.engine()).filter(List::isEmpty).isEmpty()) {
            help.askForDevices(plan.engine());
        }
    }

    @Override
    public Optional<Failure> refused(LaunchPlan plan) {
        var endpoint = new Endpoint(plan.value(EngineOptions.PORT), new ApiKey(""));
        try {
            Arguments.of(plan, endpoint, help.of(plan.engine()));
            return Optional.empty();
        } catch (FailureException refused) {
            return Optional.of(refused.failure());
        }
    }

    @Override
    public DeviceUse devices(LaunchPlan plan, List<String> lines) {
        var told = DeviceList.told(lines);
        if (!told.isEmpty()) {
            help.foundDevices(plan.engine(), told);
        }
        return new DeviceUse(help.devices(plan.engine()), BufferLines.of(lines));
    }

    @Override
    public Optional<Failure> fault(String line) {
        return DeviceRules.lost(line);
    }

    @Override
    public Process launch(LaunchPlan plan, Endpoint endpoint, EngineOutput output)
            throws FailureException {
        var command = new ArrayList<String>();
        command.add(plan.engine().toAbsolutePath().toString());
        command.addAll(Arguments.of(plan, endpoint, help.of(plan.engine())));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        EngineFolder.use(builder, plan.engine());
        var leftOut = EngineEnvironment.clean(builder);
        var environment = builder.environment();
        // A debugger that writes a trace would hold up the restart after a crash.
        environment.put("GGML_NO_BACKTRACE", "1");
        environment.put("LLAMA_API_KEY", keys(plan, endpoint));
        output.begin(command);
        tell(leftOut, output);
        String token = newToken();
        environment.put(RUN_TOKEN, token);
        try {
            var process = guard().start(builder);
            record(process, plan, endpoint, token);
            return new EngineProcess(process, output);
        } catch (IOException refused) {
            throw new FailureException(SpawnErrors.of(plan.engine(), refused, WINDOWS));
        }
    }

    /** As the first line of the run, so that it is found beside what the engine says of itself. */
    private static void tell(List<String> leftOut, EngineOutput output) {
        if (!leftOut.isEmpty()) {
            var line = LEFT_OUT + String.join(", ", leftOut) + '\n';
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            output.write(bytes, bytes.length);
        }
    }

    private String newToken() {
        var token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        return HexFormat.of().formatHex(token);
    }

    /** Without the time of its start an engine could not be recognised, so nothing is kept then. */
    private void record(
            java.lang.Process process, LaunchPlan plan, Endpoint endpoint, String token) {
        var app = ProcessHandle.current();
        var started = process.info().startInstant();
        var appStarted = app.info().startInstant();
        if (started.isPresent() && appStarted.isPresent()) {
            var engine =
                    new EngineRecord(
                            process.pid(),
                            started.get(),
                            real(plan.engine()),
                            endpoint.port(),
                            token,
                            app.pid(),
                            appStarted.get());
            records.add(engine);
            process.onExit().thenRun(() -> records.remove(engine));
        }
    }

    private static Path real(Path engine) {
        try {
            return engine.toRealPath();
        } catch (IOException gone) {
            return engine.toAbsolutePath();
        }
    }

    /** Our own key, and beside it that of other computers where they may come. */
    private static String keys(LaunchPlan plan, Endpoint endpoint) {
        var sharing = plan.sharing();
        return sharing.key()
                .filter(_ -> sharing.on())
                .map(theirs -> endpoint.key().text() + "," + theirs.text())
                .orElse(endpoint.key().text());
    }

    @Override
    public Optional<LoadProgress.Stage> stage(String line) {
        return LoadStages.of(line);
    }

    @Override
    public Failure diagnose(
            LaunchPlan plan, EngineExit exit, List<String> lastLines, boolean wasReady) {
        return Diagnosis.of(plan, exit, lastLines, wasReady);
    }

    @Override
    public List<EngineWarning> warnings(LaunchPlan plan, EngineInfo info, List<String> lines) {
        return WarningRules.of(plan, info, lines);
    }

    /** What this build calls itself, once a start or {@link #learn} has asked it; never blocks. */
    public Optional<String> version(Path program) {
        return help.version(program);
    }

    /** What this build listed when it was asked last; never blocks. */
    public Optional<List<ComputeDevice>> devices(Path program) {
        return help.devices(program);
    }

    private OrphanGuard guard() {
        detecting.lock();
        try {
            if (guard.isEmpty()) {
                guard = Optional.of(detect.get());
            }
            return guard.get();
        } finally {
            detecting.unlock();
        }
    }
}
