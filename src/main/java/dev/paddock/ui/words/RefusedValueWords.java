package dev.paddock.ui.words;

import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.settings.OptionSettings;
import dev.paddock.settings.RefusedValue;
import dev.paddock.settings.RefusedValue.Place;
import dev.paddock.settings.RefusedValue.Setting;

import java.util.Optional;

/** What is wrong with a value in the kept settings, and what holds now. */
public final class RefusedValueWords {
    private static final String REFUSED = "settings.refused.";
    private static final String DOUBLED = "settings.doubled.";

    private final Words words;
    private final OptionWords options;

    public RefusedValueWords(Words words) {
        this.words = words;
        options = new OptionWords(words);
    }

    /**
     * @param now what holds in its place
     */
    public String of(RefusedValue refused, OptionSettings now) {
        return switch (refused) {
            case RefusedValue.OfSetting(var setting, _) when setting == Setting.NETWORK_KEY ->
                    words.of("settings.refused.key");
            case RefusedValue.OfSetting(var setting, var given) ->
                    words.of("settings.refused.setting", given, name(setting));
            case RefusedValue.OfOption(var option, var place, var given) ->
                    option(REFUSED, option, place, given, options.wrong(option, given), now);
            case RefusedValue.Doubled(var option, var place, var name, var given) ->
                    option(DOUBLED, option, place, given, name, now);
        };
    }

    private <T> String option(
            String family,
            Option<T> option,
            Place place,
            String given,
            String more,
            OptionSettings now) {
        String label = options.label(option);
        return switch (place) {
            case Place.App _ -> {
                var holds = now.chain(Optional.empty()).resolve(option);
                yield words.of(family + "app", given, label, more, value(option, holds));
            }
            case Place.Model(var file) -> {
                var holds = now.chain(Optional.of(file)).resolve(option);
                String model = ModelProblemWords.name(file);
                yield words.of(family + "model", given, label, more, value(option, holds), model);
            }
            case Place.Preset(var name) -> words.of(family + "preset", given, label, more, name);
        };
    }

    private <T> String value(Option<T> option, OptionChain.Resolved<T> holds) {
        return options.holds(holds.origin(), option, holds.value());
    }

    private String name(Setting setting) {
        return words.of(
                switch (setting) {
                    case ENGINE -> "settings.engine";
                    case MODEL -> "settings.value.model";
                    case RECENT_MODELS -> "settings.value.recentModels";
                    case APPEARANCE -> "settings.appearance";
                    case LANGUAGE -> "settings.language";
                    case ZOOM -> "settings.value.zoom";
                    case CODE -> "settings.value.code";
                    case NOTIFIES -> "settings.notify";
                    case SHARING -> "settings.value.sharing";
                    case NETWORK_KEY -> "settings.value.networkKey";
                    case HEALTH -> "settings.health";
                    case HEALTH_RESTART -> "settings.health.restart";
                    case HEALTH_AFTER_START -> "settings.health.start";
                    case HEALTH_EVERY -> "settings.health.every";
                    case LOADING, LOADING_WHEN -> "settings.loading";
                    case LOADING_WITH_APP -> "settings.loading.withApp";
                    case LOADING_UNSAFE -> "settings.value.unsafe";
                    case OPTIONS -> "settings.value.options";
                    case PRESETS -> "settings.value.presets";
                    case WINDOW -> "settings.value.window";
                });
    }
}
