package dev.paddock.engine;

import dev.paddock.engine.check.Preflight;

import java.util.List;
import java.util.Optional;

/** An engine whose failures say what the machine around it knows of them. */
record ExplainedLauncher(Launcher engine, Preflight preflight) implements Launcher {
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
    public List<EngineWarning> warnings(LaunchPlan plan, EngineInfo info, List<String> lines) {
        return engine.warnings(plan, info, lines);
    }
}
