package dev.paddock.engine;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Checks that find what a test says; nothing, unless it says something. */
final class FakeChecks implements LaunchChecks {
    Optional<Failure> files = Optional.empty();
    Optional<Failure> port = Optional.empty();
    UnaryOperator<Failure> explanation = UnaryOperator.identity();

    @Override
    public Optional<Failure> files(LaunchPlan plan) {
        return files;
    }

    @Override
    public Optional<Failure> port(LaunchPlan plan) {
        return port;
    }

    @Override
    public Failure explained(LaunchPlan plan, Failure failure) {
        return explanation.apply(failure);
    }
}
