package dev.paddock.llama;

import dev.paddock.server.Caution;
import dev.paddock.server.Endpoint;
import dev.paddock.server.Engine;
import dev.paddock.server.EngineExit;
import dev.paddock.server.EngineInfo;
import dev.paddock.server.Failure;
import dev.paddock.server.FailureException;
import dev.paddock.server.LaunchPlan;
import dev.paddock.server.LoadProgress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Starts llama-server. Safe from any thread; see {@link Engine#launch} for the one to choose. */
public final class LlamaEngine implements Engine {
    /** From the environment these would move the engine away from where this app looks for it. */
    private static final List<String> MISLEADING =
            List.of(
                    "LLAMA_ARG_API_PREFIX",
                    "LLAMA_ARG_SSL_KEY_FILE",
                    "LLAMA_ARG_SSL_CERT_FILE",
                    "LLAMA_ARG_API_KEY_FILE",
                    "LLAMA_SERVER_ROUTER_PORT");

    private final HelpCache help = new HelpCache();
    private final ReentrantLock detecting = new ReentrantLock();
    private List<ParentDeath> guard = List.of();

    /**
     * Learns ahead what a start needs to know of an engine, so that the start itself need not wait
     * for it. Blocks for some 50 ms.
     */
    public void learn(Path engine) {
        guard();
        help.of(engine);
    }

    @Override
    public Process launch(LaunchPlan plan, Endpoint endpoint, Consumer<String> log)
            throws FailureException {
        var command = new ArrayList<String>();
        command.add(plan.engine().toAbsolutePath().toString());
        command.addAll(Arguments.of(plan, endpoint, help.of(plan.engine())));
        var builder = new ProcessBuilder(guard().guard(command)).redirectErrorStream(true);
        EngineFolder.use(builder, plan.engine());
        var environment = builder.environment();
        MISLEADING.forEach(environment::remove);
        // A debugger that writes a trace would hold up the restart after a crash.
        environment.put("GGML_NO_BACKTRACE", "1");
        environment.put("LLAMA_API_KEY", keys(plan, endpoint));
        try {
            return new EngineProcess(builder.start(), log);
        } catch (IOException refused) {
            var reason = String.valueOf(refused.getMessage());
            throw new FailureException(new Failure.SpawnFailed(plan.engine(), reason));
        }
    }

    /** Our own key, and beside it that of other computers where they may come. */
    private static String keys(LaunchPlan plan, Endpoint endpoint) {
        var sharing = plan.settings().sharing();
        return sharing.key()
                .filter(_ -> sharing.on())
                .map(theirs -> endpoint.apiKey() + "," + theirs.text())
                .orElse(endpoint.apiKey());
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
    public List<Caution> cautions(LaunchPlan plan, EngineInfo info, List<String> lines) {
        return CautionRules.of(plan, info, lines);
    }

    /** What this build calls itself, once a start or {@link #learn} has asked it; never blocks. */
    public Optional<String> version(Path program) {
        return help.version(program);
    }

    private ParentDeath guard() {
        detecting.lock();
        try {
            if (guard.isEmpty()) {
                guard = List.of(ParentDeath.detect());
            }
            return guard.getFirst();
        } finally {
            detecting.unlock();
        }
    }
}
