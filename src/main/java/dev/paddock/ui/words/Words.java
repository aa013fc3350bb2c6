package dev.paddock.ui.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
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
 * Every word of the interface in one language. The language is chosen by a person: nothing here
 * asks the system for its own.
 */
public final class Words {
    private static final String USUAL = "words.properties";

    private final Languages languages;
    private final Language language;
    private final ResourceBundle bundle;
    private final Locale numbers;
    private final Figures figures;
    private final TypedNumbers typedNumbers;

    /** In the usual language of those that come with the app. */
    public Words() {
        this(Languages.bundled());
    }

    /** In the usual language. */
    public Words(Languages languages) {
        this(languages, languages.usual(), NumberLocale.OF_SYSTEM);
    }

    private Words(Languages languages, Language language, Locale numbers) {
        this.languages = languages;
        this.language = language;
        this.numbers = numbers;
        figures = new Figures(numbers);
        typedNumbers = new TypedNumbers(numbers);
        var usual = load(USUAL, Optional.empty());
        bundle =
                language.equals(languages.usual())
                        ? usual
                        : load("words_" + language.tag() + ".properties", Optional.of(usual));
    }

    /**
     * The same in the chosen language, its numbers too. While nothing is chosen, numbers are as
     * this person writes them elsewhere.
     */
    public Words in(Optional<String> tag) {
        return languages
                .find(tag)
                .map(chosen -> new Words(languages, chosen, chosen.locale()))
                .orElseGet(() -> new Words(languages));
    }

    public Languages languages() {
        return languages;
    }

    public Language language() {
        return language;
    }

    /**
     * Lets the words that the toolkit brings, as those in the menu of a text field, be of this
     * language too. Holds for the whole process.
     */
    public void install() {
        Locale.setDefault(language.locale());
    }

    /** Numbers to be read. */
    public Figures figures() {
        return figures;
    }

    /** Numbers that are typed. */
    public TypedNumbers typedNumbers() {
        return typedNumbers;
    }

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
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, numbers).format(Quoted.all(values));
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
    private static ResourceBundle load(String file, Optional<ResourceBundle> behind) {
        try (var in = Words.class.getResourceAsStream("/dev/paddock/" + file);
                var text =
                        new InputStreamReader(
                                Objects.requireNonNull(in, file), StandardCharsets.UTF_8)) {
            return new Bundle(text, behind);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    private static final class Bundle extends PropertyResourceBundle {
        /**
         * @param behind has the words that are missing
         */
        Bundle(Reader text, Optional<ResourceBundle> behind) throws IOException {
            super(text);
            behind.ifPresent(this::setParent);
        }
    }
}
