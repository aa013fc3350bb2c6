package dev.paddock.llama.process;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.check.ProgramFormat;
import dev.paddock.llama.process.EngineQuestion.Errors;
import dev.paddock.option.Options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Starts a program that a person takes for an engine, to see whether it answers like one. */
final class EngineTrial {
    /** The first start of a program may be held up by what looks for viruses. */
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private EngineTrial() {}

    /** Why it is none. */
    static Optional<Failure> of(Path program) {
        try {
            if (!Files.isExecutable(program)) {
                return Optional.of(new Failure.EngineNotExecutable(program));
            }
            // Java runs any other text as a script.
            if (!ProgramFormat.runsHere(program)) {
                return Optional.of(new Failure.EngineWrongFormat(program));
            }
            var answer = EngineQuestion.begin(program, "--help", Errors.AMONG).answer(LIMIT);
            return EngineHelp.parse(answer.text()).known()
                    ? Optional.empty()
                    : Optional.of(why(program, answer));
        } catch (IOException refused) {
            return Optional.of(SpawnErrors.of(program, refused, WINDOWS));
        }
    }

    private static Failure why(Path program, EngineQuestion.Answer answer) {
        var plan = new LaunchPlan(program, program, Options.EMPTY);
        var lines = answer.text().lines().toList();
        var exit = new EngineExit(answer.exit().orElse(0));
        // An engine that lacks a part of itself cannot tell its flags.
        return Diagnosis.of(plan, exit, lines, false) instanceof Failure.BadProgram bad
                ? bad
                : new Failure.NoLlamaServer(program);
    }
}
