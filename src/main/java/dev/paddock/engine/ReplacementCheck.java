package dev.paddock.engine;

import dev.paddock.option.EngineOptions;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What can be found wrong with a plan before an engine that runs is ended for it. Nothing it finds
 * changes the supervisor's state.
 */
final class ReplacementCheck {
    private final EngineContext context;
    private final LaunchChecks checks;
    private final CompletableFuture<Optional<Failure>> found = new CompletableFuture<>();

    ReplacementCheck(EngineContext context, LaunchChecks checks) {
        this.context = context;
        this.checks = checks;
    }

    /** Returns at once, on any thread. */
    CompletableFuture<Optional<Failure>> of(LaunchPlan plan) {
        var limit = context.times().starting().preflight().plus(context.times().explaining());
        context.workers().execute(() -> files(plan));
        context.loop().after(limit, () -> found.complete(Optional.empty()));
        return found;
    }

    private void files(LaunchPlan plan) {
        var wrong =
                checks.files(plan)
                        // The engine that runs gives back what it holds.
                        .filter(failure -> !(failure instanceof Failure.WillNotFit))
                        .or(() -> context.ports().launcher().refused(plan));
        if (wrong.isPresent()) {
            found.complete(wrong);
        } else {
            context.loop().execute(() -> port(plan));
        }
    }

    private void port(LaunchPlan plan) {
        int wanted = plan.value(EngineOptions.PORT);
        boolean held =
                context.signals()
                        .state()
                        .value()
                        .running()
                        .filter(engine -> engine.endpoint().port() == wanted)
                        .isPresent();
        var taken = plan.portChosen() && !held ? checks.port(plan) : Optional.<Failure>empty();
        if (taken.isPresent()) {
            context.workers()
                    .execute(() -> found.complete(taken.map(why -> checks.explained(plan, why))));
        } else {
            found.complete(Optional.empty());
        }
    }
}
