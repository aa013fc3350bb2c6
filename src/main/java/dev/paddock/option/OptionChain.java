package dev.paddock.option;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Options from several places; the {@linkplain Origin strongest} that sets one wins. Immutable. */
public final class OptionChain {
    public static final OptionChain EMPTY = new OptionChain(new EnumMap<>(Origin.class));

    /** The strongest first; nobody can put anything in place of the defaults. */
    private static final List<Origin> ORDER =
            Arrays.stream(Origin.values()).filter(origin -> origin != Origin.DEFAULT).toList();

    private final Map<Origin, Options> links;

    private OptionChain(Map<Origin, Options> links) {
        this.links = links;
    }

    /** Puts {@code options} in place of what {@code origin} had set. */
    public OptionChain with(Origin origin, Options options) {
        if (origin == Origin.DEFAULT) {
            throw new IllegalArgumentException("the defaults are in the catalogue");
        }
        var changed = new EnumMap<Origin, Options>(Origin.class);
        changed.putAll(links);
        changed.put(origin, options);
        return new OptionChain(changed);
    }

    /** What {@code origin} itself has set. */
    public Options of(Origin origin) {
        return links.getOrDefault(origin, Options.EMPTY);
    }

    /** The value in force, and who set it. */
    public <T> Resolved<T> resolve(Option<T> option) {
        for (var origin : ORDER) {
            var set = of(origin).get(option);
            if (set.isPresent()) {
                return new Resolved<>(set.get(), origin);
            }
        }
        return new Resolved<>(option.usual(), Origin.DEFAULT);
    }

    /** All that anybody has set, the strongest winning. */
    public Options inForce() {
        var all = Options.EMPTY;
        for (var origin : ORDER.reversed()) {
            all = of(origin).over(all);
        }
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OptionChain that && links.equals(that.links);
    }

    @Override
    public int hashCode() {
        return links.hashCode();
    }

    @Override
    public String toString() {
        return links.toString();
    }

    /** A value in force. */
    public record Resolved<T>(T value, Origin origin) {}
}
