package dev.paddock.files;

import dev.paddock.engine.HealthPolicy;
import dev.paddock.settings.RefusedValue.Setting;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What is done for a running engine unasked, as a JSON object. */
final class HealthJson {
    private static final String HEALTH = "health";

    /** Its name in earlier versions. */
    private static final String CARE = "care";

    private static final String RESTART = "restartUnresponsive";
    private static final String CHECK_START = "checkAfterStart";
    private static final String CHECK_EVERY = "checkEveryMinutes";
    private static final int MOST_MINUTES = 24 * 60;

    private final JsonValues values;

    HealthJson(JsonValues values) {
        this.values = values;
    }

    HealthPolicy read(Map<String, Object> root) {
        String name = name(root);
        var node = JsonValues.members(root, name);
        var usual = HealthPolicy.DEFAULT;
        values.expectObject(root, name, Setting.HEALTH);
        int minutes = values.value(node, CHECK_EVERY, Setting.HEALTH_EVERY, 0, HealthJson::minutes);
        return new HealthPolicy(
                values.flag(node, RESTART, Setting.HEALTH_RESTART, usual.restartUnresponsive()),
                values.flag(node, CHECK_START, Setting.HEALTH_AFTER_START, usual.checkAfterStart()),
                minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
    }

    static void write(HealthPolicy health, Map<String, Object> root) {
        var into = JsonValues.members(root, name(root));
        into.put(RESTART, health.restartUnresponsive());
        into.put(CHECK_START, health.checkAfterStart());
        into.put(CHECK_EVERY, health.checkEvery().map(Duration::toMinutes).orElse(0L));
        root.remove(CARE);
        root.put(HEALTH, into);
    }

    private static String name(Map<String, Object> root) {
        return root.containsKey(HEALTH) ? HEALTH : CARE;
    }

    private static int minutes(Object value) {
        int minutes = JsonValues.whole(value);
        return minutes >= 0 && minutes <= MOST_MINUTES ? minutes : JsonValues.bad();
    }
}
