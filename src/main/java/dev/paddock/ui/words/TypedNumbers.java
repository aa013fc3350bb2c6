package dev.paddock.ui.words;

import dev.paddock.option.Decimal;
import dev.paddock.option.Kind;
import dev.paddock.option.Seed;
import dev.paddock.option.WholeNumber;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Between numbers as a person writes them and as options read and write them, which is with a point
 * and without groups. Texts of other kinds of options stay as they are. Pure.
 */
public final class TypedNumbers {
    /** Whatever the locale: none of them can be meant as a decimal point. */
    private static final String GROUPING = " _'\u2019\u00a0\u202f";

    private final char point;
    private final Pattern groups;
    private final Pattern groupsOfWhole;

    TypedNumbers(Locale locale) {
        var symbols = DecimalFormatSymbols.getInstance(locale);
        point = symbols.getDecimalSeparator();
        String separators = GROUPING + symbols.getGroupingSeparator();
        groups = between(separators);
        // In a whole number a comma divides groups in every language.
        groupsOfWhole = between(separators + ',');
    }

    private static Pattern between(String separators) {
        return Pattern.compile("(?<=\\d)[" + Pattern.quote(separators) + "](?=\\d{3}(?!\\d))");
    }

    /** What was typed, as {@code Option.parse} reads it. */
    public String plain(Kind<?> kind, String typed) {
        return switch (kind) {
            case WholeNumber _, Seed _ -> groupsOfWhole.matcher(latin(typed)).replaceAll("");
            case Decimal _ -> decimal(latin(typed));
            default -> typed;
        };
    }

    /** A value as {@code Option.format} says it, for a person. */
    public String local(Kind<?> kind, String value) {
        return kind instanceof Decimal ? value.replace('.', point) : value;
    }

    /** A point is understood where no other mark can be meant. */
    private String decimal(String typed) {
        return point != '.' && typed.indexOf(point) >= 0
                ? groups.matcher(typed).replaceAll("").replace(point, '.')
                : typed;
    }

    /** With the digits every language knows. */
    private static String latin(String typed) {
        var digits = new StringBuilder();
        typed.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .forEach(digits::appendCodePoint);
        return digits.toString();
    }
}
