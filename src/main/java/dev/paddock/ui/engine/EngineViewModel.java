package dev.paddock.ui.engine;

import dev.paddock.engine.EngineControl;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.LoadProgress;
import dev.paddock.engine.Sharing;
import dev.paddock.option.ArgumentLine;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.settings.Preferences;
import dev.paddock.settings.Settings;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscription;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a person can ask of the engine, with the settings as they are now. For any thread. */
public final class EngineViewModel implements Subscription {
    /** Half of no context is no context. */
    private static final int LEAST_HALVED_CONTEXT = 512;

    private static final int CONTEXT_AFTER_TRAINED = 8192;

    private final EngineControl control;
    private final Preferences preferences;
    private final Observable<EngineLocation> engine;
    private final SharedAddresses shared;
    private final EngineStarter starter;

    /**
     * @param networks the addresses of this computer for others; may block
     * @param chooseModel leads to the choice of a model; called on any thread
     */
    public EngineViewModel(
            EngineControl control,
            Preferences preferences,
            Observable<EngineLocation> engine,
            Supplier<List<String>> networks,
            Executor background,
            Runnable chooseModel) {
        this.control = control;
        this.preferences = preferences;
        this.engine = engine;
        starter = new EngineStarter(control, preferences, engine, chooseModel);
        shared = new SharedAddresses(control.state(), networks, background);
    }

    @Override
    public void close() {
        starter.close();
        shared.close();
    }

    public Observable<EngineState> state() {
        return control.state();
    }

    /** How far a starting engine is. */
    public Observable<LoadProgress> progress() {
        return control.progress();
    }

    /** The addresses of this computer, as of the last engine that others may reach. */
    public Observable<List<String>> addresses() {
        return shared.addresses();
    }

    /** Where other computers reach the running engine, if they may. */
    public List<String> sharedAt() {
        return shared.urls();
    }

    public Observable<Settings> settings() {
        return preferences.settings();
    }

    public Observable<EngineLocation> engine() {
        return engine;
    }

    /** Why the last start was not even tried; an engine that runs goes on. */
    public Observable<Optional<Failure>> refused() {
        return starter.refused();
    }

    /** The forms that see to what is typed in them before anything starts. */
    public StartChecks beforeStart() {
        return starter.beforeStart();
    }

    /** Who is asked before another start ends an engine that runs. */
    public StartChecks beforeReplacing() {
        return starter.beforeReplacing();
    }

    /** Likewise before a person ends one. */
    public StartChecks beforeStopping() {
        return starter.beforeStopping();
    }

    /** Starts with the settings as they are; leads to the choice of a model without one. */
    public void start() {
        starter.start();
    }

    public void stop() {
        starter.stop();
    }

    /** Waits on for a start that has stalled. */
    public void waitOn() {
        control.waitOn();
    }

    /** Stops and starts again, with the settings as they are now. */
    public void restart() {
        starter.restart();
    }

    /** What the button of the bar does now. */
    public void act(EngineView.Action action) {
        switch (action) {
            case START -> start();
            case STOP, CANCEL -> stop();
            case RESTART -> restart();
            case WAIT -> {}
        }
    }

    /** Forgets the refusal; a failure of the supervisor stays. */
    public void dismiss() {
        starter.dismiss();
    }

    /** Whether the running engine was started with other settings than those of now. */
    public boolean restartNeeded() {
        return starter.restartNeeded();
    }

    /** Whether an engine and a model are there. */
    public boolean canStart() {
        return starter.canStart();
    }

    /**
     * Starts on a port that nobody listens on, and leaves the choice to Paddock from now on: nobody
     * chose this one, and it may be taken next time.
     */
    public void startOnFreePort() {
        starter.startWith(
                List.of(EngineOptions.PORT), settings -> without(settings, EngineOptions.PORT));
    }

    /** Takes half the context and starts; half of the model's own counts as 8,192. */
    public void startWithHalfContext() {
        startWithContext(halfContext());
    }

    /** The context {@link #startWithHalfContext} would take, in tokens of one conversation. */
    public int halfContext() {
        int now = inForce(EngineOptions.CONTEXT_SIZE);
        return now == 0 ? CONTEXT_AFTER_TRAINED : Math.max(LEAST_HALVED_CONTEXT, now / 2);
    }

    /** Takes a context of so many tokens for each conversation, and starts. */
    public void startWithContext(int tokens) {
        startWith(EngineOptions.CONTEXT_SIZE, tokens);
    }

    /** Sets the option for good, and starts; neither when a person keeps what runs. */
    public <T> void startWith(Option<T> option, T value) {
        starter.startWith(List.of(option), settings -> settings.with(option, value));
    }

    /** Whether there is such a flag among the extra arguments, or an option that says it. */
    public boolean hasArgument(String flag) {
        return ArgumentLine.contains(inForce(EngineOptions.EXTRA_ARGUMENTS), flag)
                || EngineOptions.CATALOGUE.byFlag(flag).filter(chain().inForce()::has).isPresent();
    }

    /** Adds a flag to the extra arguments, to what is typed there too, and starts. */
    public void startWithArgument(String flag) {
        var extra = EngineOptions.EXTRA_ARGUMENTS;
        starter.startWith(
                List.of(extra),
                settings -> {
                    String line = settings.chain().resolve(extra).value();
                    return settings.with(extra, (line + " " + flag).strip());
                });
    }

    /** Takes a flag out of the extra arguments and the options, and starts. */
    public void startWithoutArgument(String flag) {
        var which = new ArrayList<Option<?>>(List.of(EngineOptions.EXTRA_ARGUMENTS));
        EngineOptions.CATALOGUE.byFlag(flag).ifPresent(which::add);
        starter.startWith(which, settings -> withoutArgument(settings, flag));
    }

    private static Settings withoutArgument(Settings settings, String flag) {
        var extra = EngineOptions.EXTRA_ARGUMENTS;
        var line = settings.chain().resolve(extra).value();
        var less =
                ArgumentLine.contains(line, flag)
                        ? settings.with(extra, ArgumentLine.without(line, flag))
                        : settings;
        return EngineOptions.CATALOGUE
                .byFlag(flag)
                .map(option -> without(less, option))
                .orElse(less);
    }

    private static Settings without(Settings settings, Option<?> option) {
        return settings.withOptions(all -> all.without(settings.model(), option::equals));
    }

    private OptionChain chain() {
        return settings().value().chain();
    }

    <T> T inForce(Option<T> option) {
        return chain().resolve(option).value();
    }

    /** A person's word on one option, where it makes a difference. */
    public <T> void set(Option<T> option, T value) {
        preferences.change(settings -> settings.with(option, value));
    }

    /**
     * A person's change of some options, for the model in use or for all.
     *
     * @param level {@link Origin#MODEL} or {@link Origin#APP}
     */
    public void change(
            Origin level, Collection<? extends Option<?>> which, UnaryOperator<Options> how) {
        preferences.change(
                settings -> {
                    var model = level == Origin.MODEL ? settings.model() : Optional.<Path>empty();
                    return settings.withOptions(all -> all.change(model, which, how));
                });
    }

    public void changeSharing(UnaryOperator<Sharing> change) {
        preferences.change(settings -> settings.withSharing(change.apply(settings.sharing())));
    }

    /** Where other programs reach the engine, without its key. */
    public Optional<String> endpoint() {
        return control.state()
                .value()
                .running()
                .map(engine -> engine.endpoint().uri("/v1").toString());
    }
}
