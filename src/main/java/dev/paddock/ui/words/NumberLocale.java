package dev.paddock.ui.words;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How this person writes numbers, which is not the language of the words: many read English and
 * write 0,8. Java takes {@code LC_CTYPE} for it on Unix, where {@code LC_NUMERIC} is meant.
 */
final class NumberLocale {
    /** The tag of a locale, as {@code de-CH}, for those who want another one than the system's. */
    static final String PROPERTY = "paddock.numbers";

    private static final String UNIX_END = "[.@].*";

    /** Found out once, before a chosen language takes the system's place. */
    static final Locale OF_SYSTEM = ofSystem();

    private NumberLocale() {}

    private static Locale ofSystem() {
        String told = System.getProperty(PROPERTY, "");
        return told.isEmpty()
                ? of(
                        System.getProperty("os.name", ""),
                        System.getenv(),
                        Locale.getDefault(Locale.Category.FORMAT))
                : Locale.forLanguageTag(told);
    }

    /**
     * Pure.
     *
     * @param usual what Java found out, which is right where there are no such variables
     */
    static Locale of(String system, Map<String, String> environment, Locale usual) {
        if (system.startsWith("Windows") || system.startsWith("Mac")) {
            return usual;
        }
        return Stream.of("LC_ALL", "LC_NUMERIC", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> value.replaceFirst(UNIX_END, ""))
                .filter(name -> !name.equals("C") && !name.equals("POSIX"))
                .map(name -> Locale.forLanguageTag(name.replace('_', '-')))
                .filter(locale -> !locale.getLanguage().isEmpty())
                .orElse(Locale.ENGLISH);
    }
}
