package dev.paddock.ui.text;

import java.util.EnumMap;
import java.util.Map;

/** The looks that have begun among siblings and not ended. */
final class OpenLooks {
    private final Style outside;
    private final Map<Look, Integer> begun = new EnumMap<>(Look.class);
    private Style style;

    OpenLooks(Style outside) {
        this.outside = outside;
        style = outside;
    }

    Style style() {
        return style;
    }

    void change(StyleChange change) {
        begun.merge(change.look, change.begins ? 1 : -1, Integer::sum);
        style = outside;
        begun.forEach(
                (look, count) -> {
                    if (count > 0) {
                        style = style.with(look);
                    }
                });
    }
}
