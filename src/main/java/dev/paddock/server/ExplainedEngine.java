package dev.paddock.server;

import java.util.List;
import java.util.Optional;

/** An engine whose failures say what the machine around it knows of them. */
record ExplainedEngine(Engine engine, Preflight preflight) implements Engine {
    @Override
    public Process launch(LaunchPlan plan, Endpoint endpoint, EngineOutput output)
            throws FailureException {
        return engine.launch(plan, endpoint, output);
    }

    @Override
    public Failure diagnose(
            LaunchPlan plan, EngineExit exit, List<String> lastLines, boolean wasReady) {
        return preflight.explained(plan, engine.diagnose(plan, exit, lastLines, wasReady));
    }

    @Override
    public Optional<LoadProgress.Stage> stage(String line) {
        return engine.stage(line);
    }

    @Override
    public List<Caution> cautions(LaunchPlan plan, EngineInfo info, List<String> lines) {
        return engine.cautions(plan, info, lines);
    }
}
