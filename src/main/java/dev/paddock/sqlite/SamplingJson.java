package dev.paddock.sqlite;

import dev.paddock.option.Catalogue;
import dev.paddock.option.JsonObject;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options by their keys; only those that are set are kept. An object is kept as its text, because
 * merging would go on inside it.
 */
final class SamplingJson {
    private static final Catalogue KEPT = SamplingOptions.CATALOGUE;

    private SamplingJson() {}

    /** To be merged into what is kept: an option that is not set takes its member out. */
    static Map<String, Object> write(Options options) {
        var members = new LinkedHashMap<String, Object>();
        KEPT.options().forEach(option -> members.put(option.key(), json(option, options)));
        return members;
    }

    private static <T> Object json(Option<T> option, Options options) {
        return options.get(option)
                .map(
                        value ->
                                option.kind() instanceof JsonObject
                                        ? option.format(value)
                                        : option.kind().toJson(value))
                .orElse(Json.NULL);
    }

    /** What is not allowed is taken for not set; members of other versions are left alone. */
    static Options read(byte[] json) {
        var members = Json.object(json);
        if (members.isEmpty()) {
            return Options.EMPTY;
        }
        var known = new LinkedHashMap<>(members);
        known.keySet().removeIf(name -> KEPT.byKey(name).isEmpty());
        return Options.fromJson(known, KEPT).options();
    }
}
