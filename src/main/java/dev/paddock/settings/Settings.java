package dev.paddock.settings;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.Sharing;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * All a person has chosen, kept between runs.
 *
 * @param engine an executable or a folder that holds one; empty searches the usual places
 * @param sharing whether other computers may reach the engine
 * @param health what is done for a running engine unasked
 */
public record Settings(
        Optional<Path> engine,
        ModelSelection models,
        OptionSettings options,
        Sharing sharing,
        HealthPolicy health,
        Presentation presentation,
        WindowPlace window) {
    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    ModelSelection.NONE,
                    OptionSettings.NONE,
                    Sharing.OFF,
                    HealthPolicy.DEFAULT,
                    Presentation.DEFAULT,
                    WindowPlace.DEFAULT);

    public Optional<Path> model() {
        return models.chosen();
    }

    /** Newest first. */
    public List<Path> recentModels() {
        return models.recent();
    }

    /** The options that hold for the chosen model, but for those of a conversation. */
    public OptionChain chain() {
        return options.chain(model());
    }

    /**
     * The options that hold for the chosen model in a conversation.
     *
     * @param own what is set for the conversation
     */
    public OptionChain chain(UUID conversation, Options own) {
        return options.chain(model(), conversation, own);
    }

    /** The same for the model that answers, which need not be the chosen one. */
    public OptionChain chain(EngineState engine, UUID conversation, Options own) {
        var answering = engine.running().map(running -> running.plan().model());
        return options.chain(answering.or(this::model), conversation, own);
    }

    /** Chosen, and first among the recent ones. */
    public Settings withModel(Path chosen) {
        return withModels(models.with(chosen));
    }

    /** Takes {@code path} off the recent ones; it stays chosen if it is. */
    public Settings withoutRecentModel(Path path) {
        return withModels(models.withoutRecent(path));
    }

    public ModelLoading loading() {
        return models.loading();
    }

    public Settings withLoading(UnaryOperator<ModelLoading> change) {
        return withModels(models.with(change.apply(models.loading())));
    }

    private Settings withModels(ModelSelection changed) {
        return new Settings(engine, changed, options, sharing, health, presentation, window);
    }

    public Settings withEngine(Optional<Path> chosen) {
        return new Settings(chosen, models, options, sharing, health, presentation, window);
    }

    /** A person's word on one option, with effect for the chosen model. */
    public <T> Settings with(Option<T> option, T value) {
        return withOptions(all -> all.with(model(), option, value));
    }

    public Settings withOptions(UnaryOperator<OptionSettings> change) {
        return new Settings(
                engine, models, change.apply(options), sharing, health, presentation, window);
    }

    public Settings withSharing(Sharing changed) {
        return new Settings(engine, models, options, changed, health, presentation, window);
    }

    public Settings withHealth(HealthPolicy changed) {
        return new Settings(engine, models, options, sharing, changed, presentation, window);
    }

    public Appearance appearance() {
        return presentation.appearance();
    }

    /** The tag of the language, such as {@code en}; empty for the usual one. */
    public Optional<String> language() {
        return presentation.language();
    }

    public Settings withAppearance(Appearance chosen) {
        return with(presentation.with(chosen));
    }

    public Settings withLanguage(String tag) {
        return with(presentation.withLanguage(tag));
    }

    public Zoom zoom() {
        return presentation.zoom();
    }

    public Settings withZoom(Zoom chosen) {
        return with(presentation.with(chosen));
    }

    public CodeDisplay code() {
        return presentation.code();
    }

    public Settings withCode(UnaryOperator<CodeDisplay> change) {
        return with(presentation.with(change.apply(code())));
    }

    public Settings withNotifies(boolean on) {
        return with(presentation.withNotifies(on));
    }

    private Settings with(Presentation changed) {
        return new Settings(engine, models, options, sharing, health, changed, window);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(engine, models, options, sharing, health, presentation, place);
    }
}
