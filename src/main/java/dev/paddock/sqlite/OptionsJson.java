package dev.paddock.sqlite;

import dev.paddock.chat.Sampling;
import dev.paddock.chat.Sampling.Field;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Options by the names of the fields of a request; usual values are not kept. */
final class OptionsJson {
    private static final String TEMPERATURE = "temperature";
    private static final String TOP_P = "top_p";
    private static final String TOP_K = "top_k";
    private static final String MAX_TOKENS = "max_tokens";

    private OptionsJson() {}

    /** To be merged into what is kept: a usual value takes its member out. */
    static Map<String, Object> write(Sampling sampling) {
        var usual = Sampling.DEFAULT;
        var members = new LinkedHashMap<String, Object>();
        members.put(TEMPERATURE, chosen(sampling.temperature(), usual.temperature()));
        members.put(TOP_P, chosen(sampling.topP(), usual.topP()));
        members.put(TOP_K, chosen(sampling.topK(), usual.topK()));
        members.put(
                MAX_TOKENS,
                sampling.maxTokens().isPresent() ? sampling.maxTokens().getAsInt() : Json.NULL);
        return members;
    }

    /** What is not allowed is taken for not chosen. */
    static Sampling read(Map<String, Object> members) {
        var usual = Sampling.DEFAULT;
        double most = number(members, MAX_TOKENS, Field.MAX_TOKENS, 0);
        return new Sampling(
                number(members, TEMPERATURE, Field.TEMPERATURE, usual.temperature()),
                number(members, TOP_P, Field.TOP_P, usual.topP()),
                (int) number(members, TOP_K, Field.TOP_K, usual.topK()),
                most == 0 ? OptionalInt.empty() : OptionalInt.of((int) most));
    }

    private static Object chosen(Object value, Object usual) {
        return value.equals(usual) ? Json.NULL : value;
    }

    private static double number(
            Map<String, Object> members, String name, Field field, double usual) {
        return members.get(name) instanceof Number it
                        && it.doubleValue() >= field.least()
                        && it.doubleValue() <= field.most()
                ? it.doubleValue()
                : usual;
    }
}
