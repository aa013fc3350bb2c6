package dev.paddock.settings;

import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.Preset;
import dev.paddock.settings.CommandLineOptions.Place;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The options from all the places there are, but for a conversation.
 *
 * @param commandLine of this run; what a person sets for all since then is no longer in it
 * @param app for every model
 * @param models for single models, by their files
 * @param presets a person's own
 * @param modelDefaults what single models come with; for this run, and kept nowhere
 */
public record OptionSettings(
        CommandLineOptions commandLine,
        Options app,
        Map<Path, Options> models,
        List<Preset.Named> presets,
        Map<Path, Options> modelDefaults) {
    public static final OptionSettings NONE =
            new OptionSettings(CommandLineOptions.NONE, Options.EMPTY, Map.of(), List.of());

    public OptionSettings {
        models = Map.copyOf(models);
        presets = List.copyOf(presets);
        modelDefaults = Map.copyOf(modelDefaults);
    }

    /** With models of which nothing is known. */
    public OptionSettings(
            CommandLineOptions commandLine,
            Options app,
            Map<Path, Options> models,
            List<Preset.Named> presets) {
        this(commandLine, app, models, presets, Map.of());
    }

    /** What holds for {@code model}, or for a model nobody set anything for. */
    public OptionChain chain(Optional<Path> model) {
        return chain(model, commandLine);
    }

    /**
     * What holds in a conversation with {@code model}.
     *
     * @param own what is set for the conversation
     */
    public OptionChain chain(Optional<Path> model, UUID conversation, Options own) {
        return chain(model, commandLine.at(new Place.Conversation(conversation), own))
                .with(Origin.CONVERSATION, own);
    }

    private OptionChain chain(Optional<Path> model, CommandLineOptions left) {
        var own = model.map(this::of).orElse(Options.EMPTY);
        var said = model.map(file -> left.at(new Place.Model(file), own)).orElse(left).said();
        return OptionChain.EMPTY
                .with(Origin.COMMAND_LINE, said)
                .with(Origin.MODEL, own)
                .with(Origin.MODEL_DEFAULT, model.map(this::defaultsOf).orElse(Options.EMPTY))
                .with(Origin.APP, app);
    }

    /** {@code model} comes with {@code values}, which hold there until somebody sets others. */
    public OptionSettings withModelDefaults(Path model, Options values) {
        return new OptionSettings(commandLine, app, models, presets, Map.of(model, values));
    }

    private Options defaultsOf(Path model) {
        return modelDefaults.getOrDefault(model, Options.EMPTY);
    }

    /** What is set for this model alone. */
    public Options of(Path model) {
        return models.getOrDefault(model, Options.EMPTY);
    }

    /** As the command line says; for this run alone. */
    public OptionSettings withCommandLine(Options said) {
        return with(CommandLineOptions.of(said));
    }

    /** As a later start says, over what the first one said; for this run alone. */
    public OptionSettings withLaterCommandLine(Options said) {
        return with(commandLine.later(said));
    }

    private OptionSettings with(CommandLineOptions changed) {
        return new OptionSettings(changed, app, models, presets, modelDefaults);
    }

    /** A person's change for every model; what it sets wins over the command line from now on. */
    public OptionSettings withApp(UnaryOperator<Options> change) {
        var changed = change.apply(app);
        var left = commandLine.only(option -> !differs(option, app, changed));
        return new OptionSettings(left, changed, models, presets, modelDefaults);
    }

    /** A person's change for one model; there, what it sets wins over the command line. */
    public OptionSettings withModel(Path model, UnaryOperator<Options> change) {
        var before = of(model);
        var changed = change.apply(before);
        var all = new LinkedHashMap<>(models);
        if (changed.isEmpty()) {
            all.remove(model);
        } else {
            all.put(model, changed);
        }
        var set = changed.set().stream().filter(option -> differs(option, before, changed));
        var left = commandLine.overrule(new Place.Model(model), set.toList());
        return new OptionSettings(left, app, all, presets, modelDefaults);
    }

    /**
     * A person's change of some options, for one model or for every one. What is set then wins over
     * the command line there, even where it was set before.
     */
    public OptionSettings change(
            Optional<Path> model,
            Collection<? extends Option<?>> which,
            UnaryOperator<Options> how) {
        return model.map(file -> withModel(file, how).overruled(new Place.Model(file), which))
                .orElseGet(() -> withApp(how).overruled(which));
    }

    /** A person has set some options of a conversation; there they win over the command line. */
    public OptionSettings setIn(UUID conversation, Collection<? extends Option<?>> which) {
        return overruled(new Place.Conversation(conversation), which);
    }

    private OptionSettings overruled(Place where, Collection<? extends Option<?>> which) {
        return with(commandLine.overrule(where, which));
    }

    private OptionSettings overruled(Collection<? extends Option<?>> which) {
        return with(commandLine.only(each -> !(which.contains(each) && app.has(each))));
    }

    /**
     * Sets the option where it makes a difference: for the model that has its own value, or all.
     */
    public <T> OptionSettings with(Optional<Path> model, Option<T> option, T value) {
        var own = model.filter(file -> of(file).has(option));
        return change(own, List.of(option), options -> options.with(option, value));
    }

    /** Takes options out wherever they are set for {@code model}, for all, or for this run. */
    public OptionSettings without(Optional<Path> model, Predicate<Option<?>> unwanted) {
        UnaryOperator<Options> kept = options -> options.only(unwanted.negate());
        return model.map(file -> withModel(file, kept))
                .orElse(this)
                .withApp(kept)
                .with(commandLine.only(unwanted.negate()));
    }

    public OptionSettings withPresets(List<Preset.Named> changed) {
        return new OptionSettings(commandLine, app, models, changed, modelDefaults);
    }

    /** Without what is set for other models than this. */
    public OptionSettings onlyOf(Optional<Path> model) {
        var own = new LinkedHashMap<>(models);
        own.keySet().removeIf(file -> !model.equals(Optional.of(file)));
        return new OptionSettings(commandLine, app, own, presets, modelDefaults);
    }

    private static boolean differs(Option<?> option, Options before, Options now) {
        return now.has(option) && !now.get(option).equals(before.get(option));
    }
}
