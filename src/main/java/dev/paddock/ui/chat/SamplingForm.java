package dev.paddock.ui.chat;

import dev.paddock.chat.Sampling;
import dev.paddock.chat.Sampling.Field;
import dev.paddock.ui.words.Words;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Sampling as a person types it: reads it, or says which range a field allows. */
final class SamplingForm {
    private final Words words;

    SamplingForm(Words words) {
        this.words = words;
    }

    /**
     * Texts in, a value or the broken rules out.
     *
     * @param sampling present when every field is right
     */
    record Read(Optional<Sampling> sampling, Map<Field, String> wrong) {}

    Map<Field, String> texts(Sampling sampling) {
        var texts = new EnumMap<Field, String>(Field.class);
        texts.put(Field.TEMPERATURE, plain(sampling.temperature()));
        texts.put(Field.TOP_P, plain(sampling.topP()));
        texts.put(Field.TOP_K, Integer.toString(sampling.topK()));
        var most = sampling.maxTokens();
        texts.put(Field.MAX_TOKENS, most.isPresent() ? Integer.toString(most.getAsInt()) : "");
        return texts;
    }

    Read read(Map<Field, String> texts) {
        var wrong = new EnumMap<Field, String>(Field.class);
        var values = new EnumMap<Field, Double>(Field.class);
        for (Field field : Field.values()) {
            String text = texts.getOrDefault(field, "").strip();
            if (field == Field.MAX_TOKENS && text.isEmpty()) {
                continue;
            }
            number(text)
                    .filter(it -> it >= field.least() && it <= field.most())
                    .filter(it -> !isWhole(field) || it == Math.rint(it))
                    .ifPresentOrElse(
                            it -> values.put(field, it), () -> wrong.put(field, rule(field)));
        }
        return new Read(wrong.isEmpty() ? Optional.of(sampling(values)) : Optional.empty(), wrong);
    }

    /** What {@code field} allows, in words. */
    String rule(Field field) {
        return words.of(
                isWhole(field) ? "chat.settings.whole" : "chat.settings.range",
                plain(field.least()),
                plain(field.most()));
    }

    private static Sampling sampling(Map<Field, Double> values) {
        return new Sampling(
                values.get(Field.TEMPERATURE),
                values.get(Field.TOP_P),
                values.get(Field.TOP_K).intValue(),
                Optional.ofNullable(values.get(Field.MAX_TOKENS))
                        .map(most -> OptionalInt.of(most.intValue()))
                        .orElseGet(OptionalInt::empty));
    }

    private static boolean isWhole(Field field) {
        return switch (field) {
            case TOP_K, MAX_TOKENS -> true;
            case TEMPERATURE, TOP_P -> false;
        };
    }

    /** A comma is taken for a point. */
    private static Optional<Double> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace(',', '.')).doubleValue());
        } catch (NumberFormatException notOne) {
            return Optional.empty();
        }
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
