package dev.paddock.ui.transcript;

import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The space between rows, as {@code -row-gap-…} in the style sheet says. */
final class RowSpacing {
    private static final StyleablePropertyFactory<RowsPane> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());

    private final Map<RowGap, StyleableProperty<Number>> gaps = new EnumMap<>(RowGap.class);

    RowSpacing(RowsPane pane) {
        for (RowGap gap : List.of(RowGap.TIGHT, RowGap.BLOCK, RowGap.SECTION)) {
            String name = "-row-gap-" + gap.name().toLowerCase(Locale.ROOT);
            var property =
                    FACTORY.createStyleableNumberProperty(
                            pane, name, name, it -> it.spacing().gaps.get(gap));
            gaps.put(gap, property);
            ((ObservableValue<?>) property).subscribe(pane::requestLayout);
        }
    }

    static List<CssMetaData<? extends Styleable, ?>> metaData() {
        return FACTORY.getCssMetaData();
    }

    double pixels(RowGap gap) {
        return gap == RowGap.NONE ? 0 : gaps.get(gap).getValue().doubleValue();
    }
}
