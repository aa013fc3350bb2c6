package dev.paddock.option;

import dev.paddock.option.GpuLayers.All;
import dev.paddock.option.GpuLayers.Auto;
import dev.paddock.option.GpuLayers.Count;
import dev.paddock.option.GpuLayers.None;

import java.util.Locale;
import java.util.Optional;

/** {@code auto}, {@code all}, {@code none} or a number; -1 means all and 0 none. */
public record LayerCount() implements Kind<GpuLayers> {
    private static final WholeNumber NUMBER = WholeNumber.between(1, GpuLayers.MOST);

    @Override
    public Optional<GpuLayers> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "", "auto" -> Optional.of(new Auto());
            case "all", "-1" -> Optional.of(new All());
            case "none", "0" -> Optional.of(new None());
            case String number -> NUMBER.parse(number).map(Count::new);
        };
    }

    @Override
    public String format(GpuLayers value) {
        return switch (value) {
            case Auto _ -> "auto";
            case All _ -> "all";
            case None _ -> "none";
            case Count(int layers) -> Integer.toString(layers);
        };
    }

    @Override
    public Optional<GpuLayers> fromJson(Object json) {
        return switch (json) {
            case Number number -> Numbers.whole(number).flatMap(n -> parse(n.toString()));
            case String text -> parse(text);
            default -> Optional.empty();
        };
    }

    @Override
    public Object toJson(GpuLayers value) {
        return value instanceof Count(int layers) ? (Object) layers : format(value);
    }

    @Override
    public boolean allows(GpuLayers value) {
        return !(value instanceof Count(int layers)) || NUMBER.allows(layers);
    }

    @Override
    public boolean automatic(GpuLayers value) {
        return value instanceof Auto;
    }
}
