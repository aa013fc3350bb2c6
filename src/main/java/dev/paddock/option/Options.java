package dev.paddock.option;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Values of some options; the others are not set. Immutable.
 *
 * <p>What another version of this app kept, and this one does not know, is kept too.
 */
public final class Options {
    public static final Options EMPTY = new Options(Map.of(), Map.of());

    private final Map<Option<?>, Object> values;
    private final Map<String, Object> unknown;

    private Options(Map<Option<?>, Object> values, Map<String, Object> unknown) {
        this.values = values;
        this.unknown = unknown;
    }

    public static <T> Options of(Option<T> option, T value) {
        return EMPTY.with(option, value);
    }

    /**
     * Reads members named by the keys of options. One that is not allowed is left out and named;
     * null means not set.
     */
    public static Read fromJson(Map<String, ?> json, Catalogue catalogue) {
        var options = EMPTY;
        var unknown = new LinkedHashMap<String, Object>();
        var invalid = new ArrayList<InvalidValue>();
        var renamed = new LinkedHashMap<String, Option<?>>();
        var doubled = new LinkedHashMap<String, Option<?>>();
        for (var member : json.entrySet()) {
            var known = catalogue.byKey(member.getKey());
            var meant = known.or(() -> catalogue.byOtherName(member.getKey()));
            if (meant.isEmpty()) {
                unknown.put(member.getKey(), member.getValue());
                continue;
            }
            if (known.isEmpty()) {
                // What has both names is kept by the right one.
                boolean twice = json.containsKey(meant.get().key());
                (twice ? doubled : renamed).put(member.getKey(), meant.get());
                if (twice) {
                    continue;
                }
            }
            if (!(member.getValue() instanceof Optional<?>)) {
                options = options.read(meant.get(), member.getValue(), invalid);
            }
        }
        return new Read(new Options(options.values, unknown), invalid, renamed, doubled);
    }

    private <T> Options read(Option<T> option, Object json, List<InvalidValue> invalid) {
        return switch (option.fromJson(json)) {
            case Parsed.Valid<T>(T value) -> with(option, value);
            case Parsed.Invalid<T>(var problem) -> {
                invalid.add(problem);
                yield this;
            }
        };
    }

    /** The tree {@link #fromJson} reads these from, with what was unknown then. */
    public Map<String, Object> toJson() {
        var members = new LinkedHashMap<>(unknown);
        values.forEach((option, value) -> members.put(option.key(), json(option, value)));
        return members;
    }

    @SuppressWarnings("unchecked")
    private static <T> Object json(Option<T> option, Object value) {
        return option.kind().toJson((T) value);
    }

    /** As it was set. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> get(Option<T> option) {
        return Optional.ofNullable((T) values.get(option));
    }

    /** As it was set, or the usual value. */
    public <T> T value(Option<T> option) {
        return get(option).orElse(option.usual());
    }

    public boolean has(Option<?> option) {
        return values.containsKey(option);
    }

    /** The options that are set, in the order they were. */
    public Set<Option<?>> set() {
        return values.keySet();
    }

    public boolean isEmpty() {
        return values.isEmpty() && unknown.isEmpty();
    }

    /**
     * Sets one.
     *
     * @throws IllegalArgumentException when the value is not allowed; what people give is read by
     *     {@link Option#parse}, which tells that without an exception
     */
    public <T> Options with(Option<T> option, T value) {
        if (!option.kind().allows(value)) {
            throw new IllegalArgumentException(option + " does not allow " + value);
        }
        var changed = new LinkedHashMap<>(values);
        changed.put(option, value);
        return new Options(changed, unknown);
    }

    public Options without(Option<?> option) {
        return only(each -> !each.equals(option));
    }

    /** Those options that {@code wanted} wants, and what is unknown. */
    public Options only(Predicate<Option<?>> wanted) {
        var kept = new LinkedHashMap<>(values);
        kept.keySet().removeIf(wanted.negate());
        return new Options(kept, unknown);
    }

    /** Those of one catalogue alone; nothing unknown. */
    public Options in(Catalogue catalogue) {
        return new Options(only(catalogue::contains).values, Map.of());
    }

    /** These, and what {@code base} has set besides. */
    public Options over(Options base) {
        var all = new LinkedHashMap<>(base.values);
        all.putAll(values);
        var others = new LinkedHashMap<>(base.unknown);
        others.putAll(unknown);
        return new Options(all, others);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options that
                && values.equals(that.values)
                && unknown.equals(that.unknown);
    }

    @Override
    public int hashCode() {
        return 31 * values.hashCode() + unknown.hashCode();
    }

    @Override
    public String toString() {
        return toJson().toString();
    }

    /**
     * What JSON members were read as.
     *
     * @param invalid the members that were left out
     * @param renamed members by a name that is not the key, and what they were taken for
     * @param doubled members by a name that is not the key, left out because of one that is
     */
    public record Read(
            Options options,
            List<InvalidValue> invalid,
            Map<String, Option<?>> renamed,
            Map<String, Option<?>> doubled) {}
}
