package dev.paddock.ui.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Every word of the interface, from the one bundle of a language. The language is chosen by the
 * app: nothing here asks the system for its own.
 */
public final class Words {
    /** Of the words; another one is a file beside the first. */
    static final Locale LANGUAGE = Locale.ENGLISH;

    /** Of the figures within them: as the person writes numbers elsewhere. */
    static final Locale NUMBERS = NumberLocale.ofSystem();

    private final ResourceBundle bundle = load("words.properties");

    /** For FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /**
     * The text of {@code key}, its {0}, {1} … replaced.
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public String of(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0 ? pattern : new MessageFormat(pattern, NUMBERS).format(values);
    }

    /**
     * What went wrong where nobody foresaw it: the name of a class of Java's and what it says, to
     * be quoted in a sentence of ours. The log has the whole of it.
     */
    public String defect(Throwable failure) {
        var cause =
                failure instanceof CompletionException || failure instanceof ExecutionException
                        ? Optional.ofNullable(failure.getCause()).orElse(failure)
                        : failure;
        var name = cause.getClass().getSimpleName();
        return Optional.ofNullable(cause.getMessage())
                .filter(message -> !message.isBlank())
                .map(message -> of("failure.quoted", name, message.strip()))
                .orElse(name);
    }

    /** Not by {@link ResourceBundle#getBundle}: that one falls back to the system's language. */
    private static ResourceBundle load(String file) {
        try (var in = Words.class.getResourceAsStream("/dev/paddock/" + file);
                var text =
                        new InputStreamReader(
                                Objects.requireNonNull(in, file), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
