package dev.paddock.files;

import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.Sharing;
import dev.paddock.settings.RefusedValue.Setting;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether other computers may reach the engine, as a JSON object. */
final class SharingJson {
    private static final String SHARING = "sharing";
    private static final String ON = "on";
    private static final String KEY = "key";

    /** By these names earlier versions kept it among the options of the engine. */
    private static final String SHARED = "shared";

    private static final String SHARED_KEY = "sharedKey";

    static final Set<String> IN_SERVER = Set.of(SHARED, SHARED_KEY);

    private final JsonValues values;

    SharingJson(JsonValues values) {
        this.values = values;
    }

    Sharing read(Map<String, Object> root) {
        return root.containsKey(SHARING)
                ? read(root, SHARING, ON, KEY)
                : read(root, OptionsJson.SERVER, SHARED, SHARED_KEY);
    }

    /** On only with a key: without one the door would stand open. */
    private Sharing read(Map<String, Object> root, String name, String onName, String keyName) {
        var node = JsonValues.members(root, name);
        values.expectObject(root, name, Setting.SHARING);
        Optional<NetworkKey> key =
                values.value(
                        node,
                        keyName,
                        Setting.NETWORK_KEY,
                        Optional.empty(),
                        v -> Optional.of(new NetworkKey(JsonValues.text(v))));
        boolean on = values.flag(node, onName, Setting.SHARING, false);
        return new Sharing(on && key.isPresent(), key);
    }

    static void write(Sharing sharing, Map<String, Object> root) {
        var into = JsonValues.members(root, SHARING);
        into.put(ON, sharing.on());
        sharing.key().ifPresentOrElse(key -> into.put(KEY, key.text()), () -> into.remove(KEY));
        root.put(SHARING, into);
    }
}
