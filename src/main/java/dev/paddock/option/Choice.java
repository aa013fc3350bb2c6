package dev.paddock.option;

import java.util.List;
import java.util.Optional;

/** One of a few. */
public record Choice<E extends Enum<E> & Choice.Spelled>(Class<E> type) implements Kind<E> {

    /** A constant that has a spelling outside Java, the engine's own. */
    public interface Spelled {
        String spelling();
    }

    public List<E> values() {
        return List.of(type.getEnumConstants());
    }

    @Override
    public Optional<E> parse(String text) {
        String given = text.strip();
        return values().stream()
                .filter(each -> each.spelling().equalsIgnoreCase(given))
                .findFirst();
    }

    @Override
    public String format(E value) {
        return value.spelling();
    }

    @Override
    public Optional<E> fromJson(Object json) {
        return json instanceof String text ? parse(text) : Optional.empty();
    }

    @Override
    public Object toJson(E value) {
        return value.spelling();
    }

    @Override
    public boolean allows(E value) {
        return true;
    }

    @Override
    public boolean automatic(E value) {
        return value.spelling().equals(WholeNumber.AUTO);
    }
}
