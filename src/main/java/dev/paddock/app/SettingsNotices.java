package dev.paddock.app;

import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.settings.RefusedValue;
import dev.paddock.settings.RefusedValue.Place;
import dev.paddock.settings.RefusedValue.Setting;
import dev.paddock.settings.SettingsStore;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.PathEncoding;
import dev.paddock.ui.words.RefusedValueWords;
import dev.paddock.ui.words.Words;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of what in the kept settings is not in use, and leads to where it can be set. */
final class SettingsNotices {
    private final Wiring wiring;
    private final Toolkit kit;
    private final Words words;
    private final Consumer<Path> openFolder;
    private final Ways ways;

    /** Where values are set. */
    record Ways(Runnable engineTab, Runnable settings, Runnable models) {}

    SettingsNotices(Wiring wiring, Toolkit kit, Consumer<Path> openFolder, Ways ways) {
        this.wiring = wiring;
        this.kit = kit;
        words = kit.words();
        this.openFolder = openFolder;
        this.ways = ways;
    }

    void tell(SettingsStore.Loaded loaded) {
        loaded.putAside().ifPresent(file -> kept("settings.putAside", file));
        loaded.copy().ifPresent(file -> kept("settings.copied", file));
        loaded.renamed().forEach(this::renamed);
        for (int i = 0; i < loaded.refused().size(); i++) {
            refused("settings.refused " + i, loaded.refused().get(i));
        }
        loaded.unreadablePaths().forEach(this::pathKept);
        loaded.settings()
                .language()
                .filter(tag -> !words.languages().chosen(Optional.of(tag)).tag().equals(tag))
                .ifPresent(this::noLanguage);
    }

    /** A file that could not be used lies elsewhere now. */
    void kept(String topic, Path file) {
        var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        warn(
                topic,
                words.of(topic, file),
                Action.look(words.of("notice.showFile"), () -> openFolder.accept(folder)));
    }

    private void renamed(String old, String now) {
        kit.notices()
                .show(
                        Notice.passing(
                                "settings.renamed " + old,
                                Severity.NEUTRAL,
                                words.of("settings.renamed", old, now)));
    }

    private void refused(String topic, RefusedValue value) {
        var settings = wiring.preferences().settings().value();
        String text = new RefusedValueWords(words).of(value, settings.options());
        warn(topic, text, way(value).stream().toArray(Action[]::new));
    }

    private Optional<Action> way(RefusedValue value) {
        return switch (value) {
            case RefusedValue.OfSetting(var setting, _) -> way(setting);
            case RefusedValue.OfOption(var option, var place, _) -> way(option, place);
            case RefusedValue.Doubled(var option, var place, _, _) -> way(option, place);
        };
    }

    private Optional<Action> way(Setting setting) {
        return switch (setting) {
            case MODEL -> Optional.of(Action.look(words.of("notice.models"), ways.models()));
            case SHARING, NETWORK_KEY -> Optional.of(engineTab());
            case LANGUAGE -> words.languages().all().size() > 1 ? card() : Optional.empty();
            case ENGINE,
                    APPEARANCE,
                    HEALTH,
                    HEALTH_RESTART,
                    HEALTH_AFTER_START,
                    NOTIFIES,
                    HEALTH_EVERY,
                    LOADING,
                    LOADING_WHEN,
                    LOADING_WITH_APP,
                    OPTIONS,
                    PRESETS ->
                    card();
            case RECENT_MODELS, LOADING_UNSAFE, ZOOM, CODE, WINDOW -> Optional.empty();
        };
    }

    /** Options of a model can be set while it is the chosen one. */
    private Optional<Action> way(Option<?> option, Place place) {
        boolean engine = EngineOptions.CATALOGUE.contains(option);
        return switch (place) {
            case Place.App _ -> engine ? Optional.of(engineTab()) : card();
            case Place.Model(var file) -> {
                var chosen = wiring.preferences().settings().value().model();
                yield chosen.equals(Optional.of(file))
                        ? way(option, new Place.App())
                        : Optional.empty();
            }
            case Place.Preset _ -> card();
        };
    }

    private Action engineTab() {
        return Action.look(words.of("notice.engineSettings"), ways.engineTab());
    }

    private Optional<Action> card() {
        return Optional.of(Action.look(words.of("notice.settings"), ways.settings()));
    }

    private void noLanguage(String tag) {
        String used = words.language().ownName();
        warn(
                "settings.noLanguage",
                words.of("settings.noLanguage", tag, used),
                way(Setting.LANGUAGE).stream().toArray(Action[]::new));
    }

    private void pathKept(String path) {
        String shown = path.replace('\0', '\u2400');
        warn(
                "settings.pathKept " + path,
                PathEncoding.lacks(path)
                        ? words.of("settings.pathKept", shown, PathEncoding.name())
                        : words.of(
                                path.equals(shown)
                                        ? "settings.pathKept.never"
                                        : "settings.pathKept.zero",
                                shown));
    }

    private void warn(String topic, String text, Action... actions) {
        kit.notices().show(Notice.lasting(topic, Severity.WARNING, text, actions));
    }
}
