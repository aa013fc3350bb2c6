package dev.paddock.settings;

import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.Preset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The options from all the places there are, but for a conversation.
 *
 * @param commandLine of this run, never kept; what a person changes since then is no longer in it
 * @param app for every model
 * @param models for single models, by their files
 * @param presets a person's own
 */
public record OptionSettings(
        Options commandLine, Options app, Map<Path, Options> models, List<Preset.Named> presets) {
    public static final OptionSettings NONE =
            new OptionSettings(Options.EMPTY, Options.EMPTY, Map.of(), List.of());

    public OptionSettings {
        models = Map.copyOf(models);
        presets = List.copyOf(presets);
    }

    /** What holds for {@code model}, or for a model nobody set anything for. */
    public OptionChain chain(Optional<Path> model) {
        return OptionChain.EMPTY
                .with(Origin.COMMAND_LINE, commandLine)
                .with(Origin.MODEL, model.map(this::of).orElse(Options.EMPTY))
                .with(Origin.APP, app);
    }

    /** What is set for this model alone. */
    public Options of(Path model) {
        return models.getOrDefault(model, Options.EMPTY);
    }

    /** As the command line says; for this run alone. */
    public OptionSettings withCommandLine(Options said) {
        return new OptionSettings(said, app, models, presets);
    }

    /** As a later start says, over what the first one said; for this run alone. */
    public OptionSettings withLaterCommandLine(Options said) {
        return withCommandLine(said.over(commandLine));
    }

    /** A person's change for every model; what it sets wins over the command line from now on. */
    public OptionSettings withApp(UnaryOperator<Options> change) {
        var changed = change.apply(app);
        return new OptionSettings(heeding(app, changed), changed, models, presets);
    }

    /** A person's change for one model; what it sets wins over the command line from now on. */
    public OptionSettings withModel(Path model, UnaryOperator<Options> change) {
        var changed = change.apply(of(model));
        var all = new LinkedHashMap<>(models);
        if (changed.isEmpty()) {
            all.remove(model);
        } else {
            all.put(model, changed);
        }
        return new OptionSettings(heeding(of(model), changed), app, all, presets);
    }

    /**
     * A person's change of some options, for one model or for every one. What is set then wins over
     * the command line from now on, even where it was set before.
     */
    public OptionSettings change(
            Optional<Path> model,
            Collection<? extends Option<?>> which,
            UnaryOperator<Options> how) {
        var changed = model.map(file -> withModel(file, how)).orElseGet(() -> withApp(how));
        var own = model.map(changed::of).orElse(changed.app());
        return changed.withCommandLine(
                changed.commandLine().only(each -> !(which.contains(each) && own.has(each))));
    }

    /**
     * Sets the option where it makes a difference: for the model that has its own value, or all.
     */
    public <T> OptionSettings with(Optional<Path> model, Option<T> option, T value) {
        return model.filter(file -> of(file).has(option))
                .map(file -> withModel(file, own -> own.with(option, value)))
                .orElseGet(() -> withApp(all -> all.with(option, value)))
                .withCommandLine(commandLine.without(option));
    }

    /** Takes options out wherever they are set for {@code model}, for all, or for this run. */
    public OptionSettings without(Optional<Path> model, Predicate<Option<?>> unwanted) {
        UnaryOperator<Options> kept = options -> options.only(unwanted.negate());
        return model.map(file -> withModel(file, kept))
                .orElse(this)
                .withApp(kept)
                .withCommandLine(kept.apply(commandLine));
    }

    public OptionSettings withPresets(List<Preset.Named> changed) {
        return new OptionSettings(commandLine, app, models, changed);
    }

    /** Without what is set for other models than this. */
    public OptionSettings onlyOf(Optional<Path> model) {
        var own = new LinkedHashMap<>(models);
        own.keySet().removeIf(file -> !model.equals(Optional.of(file)));
        return new OptionSettings(commandLine, app, own, presets);
    }

    private Options heeding(Options before, Options now) {
        return commandLine.only(
                option -> !now.has(option) || now.get(option).equals(before.get(option)));
    }
}
