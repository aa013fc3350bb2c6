package dev.paddock.files;

import dev.paddock.settings.ModelLoading;
import dev.paddock.settings.ModelLoading.When;
import dev.paddock.settings.RefusedValue.Setting;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** When models are loaded, as a JSON object. */
final class LoadingJson {
    private static final String LOADING = "loading";
    private static final String WHEN = "when";
    private static final String WITH_APP = "withApp";
    private static final String UNSAFE = "unsafe";
    private static final Map<String, When> NAMES =
            Map.of(
                    "onChoice", When.ON_CHOICE,
                    "onMessage", When.ON_MESSAGE,
                    "onStart", When.ON_START);

    private final JsonValues values;

    LoadingJson(JsonValues values) {
        this.values = values;
    }

    ModelLoading read(Map<String, Object> root) {
        var node = JsonValues.members(root, LOADING);
        var usual = ModelLoading.DEFAULT;
        values.expectObject(root, LOADING, Setting.LOADING);
        return new ModelLoading(
                values.value(node, WHEN, Setting.LOADING_WHEN, usual.when(), LoadingJson::when),
                values.flag(node, WITH_APP, Setting.LOADING_WITH_APP, usual.withApp()),
                Set.copyOf(values.paths(node, UNSAFE, Setting.LOADING_UNSAFE)));
    }

    static void write(ModelLoading loading, Map<String, Object> root) {
        var into = JsonValues.members(root, LOADING);
        NAMES.forEach(
                (name, when) -> {
                    if (when == loading.when()) {
                        into.put(WHEN, name);
                    }
                });
        into.put(WITH_APP, loading.withApp());
        JsonValues.putPaths(into, UNSAFE, new TreeSet<>(loading.unsafe()));
        root.put(LOADING, into);
    }

    private static When when(Object value) {
        var known = NAMES.get(JsonValues.text(value));
        return known == null ? JsonValues.bad() : known;
    }
}
