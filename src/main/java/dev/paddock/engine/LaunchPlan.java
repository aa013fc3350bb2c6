package dev.paddock.engine;

import dev.paddock.model.ModelName;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.Options;

import java.nio.file.Path;

/**
 * Everything one start needs.
 *
 * @param engine the llama-server executable
 * @param model the GGUF file, the first part of a split one
 * @param options those in force, of {@link EngineOptions}
 * @param sharing whether other computers may reach it
 */
public record LaunchPlan(Path engine, Path model, Options options, Sharing sharing) {
    /** For this computer alone. */
    public LaunchPlan(Path engine, Path model, Options options) {
        this(engine, model, options, Sharing.OFF);
    }

    /** As it is set, or the usual value. */
    public <T> T value(Option<T> option) {
        return options.value(option);
    }

    public String modelName() {
        return ModelName.of(model);
    }

    public <T> LaunchPlan with(Option<T> option, T value) {
        return new LaunchPlan(engine, model, options.with(option, value), sharing);
    }

    /** Whether somebody chose the port; otherwise any free one will do. */
    public boolean portChosen() {
        return options.has(EngineOptions.PORT);
    }

    /** Whether {@code other} starts what this has started, whose engine got {@code port}. */
    public boolean startsLike(LaunchPlan other, int port) {
        int wanted = other.portChosen() ? other.value(EngineOptions.PORT) : port;
        return wanted == port
                && with(EngineOptions.PORT, port).startsLike(other.with(EngineOptions.PORT, port));
    }

    /** Whether both start the same engine: a usual value may be set or not. */
    public boolean startsLike(LaunchPlan other) {
        return engine.equals(other.engine)
                && model.equals(other.model)
                && sharing.equals(other.sharing)
                && EngineOptions.CATALOGUE.options().stream()
                        .allMatch(option -> value(option).equals(other.value(option)));
    }
}
