package dev.paddock.ui.common;

import java.util.Optional;
import java.util.function.Supplier;

/** A view that is built when it is first wanted. For one thread. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> build;
    private Optional<T> built = Optional.empty();

    public Lazy(Supplier<T> build) {
        this.build = build;
    }

    /** Empty while it was not asked for. */
    public Optional<T> built() {
        return built;
    }

    @Override
    public T get() {
        if (built.isEmpty()) {
            built = Optional.of(build.get());
        }
        return built.get();
    }
}
