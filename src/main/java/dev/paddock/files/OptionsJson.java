package dev.paddock.files;

import dev.paddock.option.Catalogue;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.Preset;
import dev.paddock.settings.CommandLineOptions;
import dev.paddock.settings.OptionSettings;
import dev.paddock.settings.RefusedValue;
import dev.paddock.settings.RefusedValue.Place;
import dev.paddock.settings.RefusedValue.Setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The options of all places as members of the settings. */
final class OptionsJson {
    private static final String APP = "options";
    private static final String MODELS = "modelOptions";
    private static final String PRESETS = "presets";
    private static final String NAME = "name";

    /** Where earlier versions kept the options of the engine, each of them whether set or not. */
    static final String SERVER = "server";

    private static final String IN_SERVER = SERVER + ".";

    /** The usual values of then, which said nothing of what a person wants. */
    private static final Map<Option<?>, Object> ONCE_USUAL =
            Map.of(
                    EngineOptions.PORT, 8080,
                    EngineOptions.CONTEXT_SIZE, 4096,
                    EngineOptions.PARALLEL_SLOTS, 1,
                    EngineOptions.GPU_LAYERS, EngineOptions.GPU_LAYERS.usual(),
                    EngineOptions.EXTRA_ARGUMENTS, "");

    private final JsonValues values;
    private final Map<String, String> renamed;

    /**
     * @param renamed takes the names that are out of use, with those that took their place
     */
    OptionsJson(JsonValues values, Map<String, String> renamed) {
        this.values = values;
        this.renamed = renamed;
    }

    OptionSettings read(Map<String, Object> root) {
        List.of(APP, MODELS).forEach(name -> values.expectObject(root, name, Setting.OPTIONS));
        var app = options(APP + ".", new Place.App(), JsonValues.members(root, APP));
        return new OptionSettings(
                CommandLineOptions.NONE,
                root.containsKey(SERVER) ? app.over(ofServer(root)) : app,
                models(root),
                presets(root));
    }

    private Options options(String prefix, Place place, Map<String, Object> members) {
        var read = Options.fromJson(members, Catalogue.every());
        read.invalid()
                .forEach(
                        each ->
                                values.refuse(
                                        new RefusedValue.OfOption(
                                                each.option(), place, each.given())));
        read.doubled()
                .forEach(
                        (name, option) ->
                                values.refuse(
                                        new RefusedValue.Doubled(
                                                option,
                                                place,
                                                name,
                                                members.get(name).toString())));
        read.renamed().forEach((name, now) -> renamed.put(prefix + name, prefix + now.key()));
        return read.options();
    }

    private Options ofServer(Map<String, Object> root) {
        var members = JsonValues.members(root, SERVER);
        members.keySet().removeAll(SharingJson.IN_SERVER);
        var all = perConversation(options(IN_SERVER, new Place.App(), members));
        return all.only(option -> !all.get(option).equals(usualOnce(option)));
    }

    private static Optional<Object> usualOnce(Option<?> option) {
        return Optional.ofNullable(ONCE_USUAL.get(option));
    }

    /** The context size was that of all slots together. */
    private Options perConversation(Options all) {
        int slots = all.value(EngineOptions.PARALLEL_SLOTS);
        int size = all.value(EngineOptions.CONTEXT_SIZE);
        if (slots == 1 || size == 0) {
            return all;
        }
        String key = EngineOptions.CONTEXT_SIZE.key();
        renamed.put(IN_SERVER + key, APP + "." + key);
        return all.with(EngineOptions.CONTEXT_SIZE, Math.max(1, size / slots));
    }

    private Map<Path, Options> models(Map<String, Object> root) {
        var models = new LinkedHashMap<Path, Options>();
        var all = JsonValues.members(root, MODELS);
        for (String file : all.keySet()) {
            var members = JsonValues.members(all, file);
            values.expectObject(all, file, Setting.OPTIONS);
            values.value(
                            Optional.of(file),
                            Setting.OPTIONS,
                            Optional.<Path>empty(),
                            text -> Optional.of(Path.of(JsonValues.text(text))))
                    .ifPresent(
                            path ->
                                    models.put(
                                            path,
                                            options(
                                                    MODELS + "." + file + ".",
                                                    new Place.Model(path),
                                                    members)));
        }
        return models;
    }

    private List<Preset.Named> presets(Map<String, Object> root) {
        var presets = new ArrayList<Preset.Named>();
        List<?> elements =
                values.value(
                        root,
                        PRESETS,
                        Setting.PRESETS,
                        List.of(),
                        v -> v instanceof List<?> list ? list : JsonValues.bad());
        for (Object element : elements) {
            var members = JsonValues.members(Map.of(NAME, element), NAME);
            if (members.get(NAME) instanceof String name && !name.isBlank()) {
                var own = JsonValues.members(members, APP);
                values.expectObject(members, APP, Setting.PRESETS);
                presets.add(
                        new Preset.Named(
                                name, options(PRESETS + ".", new Place.Preset(name), own)));
            } else {
                values.refuse(Setting.PRESETS, element);
            }
        }
        return presets;
    }

    static void write(OptionSettings options, Map<String, Object> root) {
        root.remove(SERVER);
        root.put(APP, options.app().toJson());
        var models = new TreeMap<String, Object>();
        JsonValues.members(root, MODELS)
                .forEach(
                        (file, own) -> {
                            if (JsonValues.unreadablePath(file)) {
                                models.put(file, own);
                            }
                        });
        options.models().forEach((file, own) -> models.put(file.toString(), own.toJson()));
        root.put(MODELS, models);
        root.put(PRESETS, options.presets().stream().map(OptionsJson::preset).toList());
    }

    private static Map<String, Object> preset(Preset.Named preset) {
        var members = new LinkedHashMap<String, Object>();
        members.put(NAME, preset.name());
        members.put(APP, preset.options().toJson());
        return members;
    }
}
