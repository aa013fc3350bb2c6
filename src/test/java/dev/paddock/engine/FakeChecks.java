package dev.paddock.engine;

import dev.paddock.option.EngineOptions;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Checks that find what a test says; nothing, unless it says something. */
final class FakeChecks implements LaunchChecks {
    Optional<Failure> files = Optional.empty();
    Optional<Failure> port = Optional.empty();
    final Set<Integer> taken = new HashSet<>();
    UnaryOperator<Failure> explanation = UnaryOperator.identity();

    @Override
    public Optional<Failure> files(LaunchPlan plan) {
        return files;
    }

    @Override
    public Optional<Failure> port(LaunchPlan plan) {
        int wanted = plan.value(EngineOptions.PORT);
        return port.or(
                () ->
                        taken.contains(wanted)
                                ? Optional.of(new Failure.PortTaken(wanted))
                                : Optional.empty());
    }

    @Override
    public Failure explained(LaunchPlan plan, Failure failure) {
        return explanation.apply(failure);
    }
}
