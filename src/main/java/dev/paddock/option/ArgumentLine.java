package dev.paddock.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A line of arguments, split the way a POSIX shell does, without expanding anything. */
public record ArgumentLine() implements Kind<String> {
    /** A dash before a digit begins a negative number. */
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z]");

    private static final Pattern PLAIN = Pattern.compile("[^\\s'\"\\\\]+");

    @Override
    public Optional<String> parse(String text) {
        return words(text).map(_ -> text.strip());
    }

    @Override
    public String format(String value) {
        return value;
    }

    @Override
    public Optional<String> fromJson(Object json) {
        return json instanceof String text ? parse(text) : Optional.empty();
    }

    @Override
    public Object toJson(String value) {
        return value;
    }

    @Override
    public boolean allows(String value) {
        return words(value).isPresent();
    }

    /**
     * The arguments of a line that is {@linkplain #allows allowed}: spaces separate; single quotes
     * keep all, double quotes keep all but a backslash before {@code "} or {@code \}; elsewhere a
     * backslash keeps the next character.
     */
    public static List<String> split(String line) {
        return words(line)
                .orElseThrow(() -> new IllegalArgumentException("a quote is not closed: " + line));
    }

    /** Whether {@code flag} is among the arguments of {@code line}, with or without {@code =}. */
    public static boolean contains(String line, String flag) {
        return split(line).stream().anyMatch(argument -> is(argument, flag));
    }

    private static boolean is(String argument, String flag) {
        return argument.equals(flag) || argument.startsWith(flag + "=");
    }

    /** The line without {@code flag} and the values that follow it. */
    public static String without(String line, String flag) {
        var kept = new ArrayList<String>();
        boolean dropping = false;
        for (String argument : split(line)) {
            boolean isFlag = FLAG.matcher(argument).lookingAt();
            dropping = is(argument, flag) || dropping && !isFlag;
            if (!dropping) {
                kept.add(quoted(argument));
            }
        }
        return String.join(" ", kept);
    }

    private static Optional<List<String>> words(String line) {
        var arguments = new ArrayList<String>();
        var current = new StringBuilder();
        boolean inArgument = false;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (inArgument) {
                    arguments.add(current.toString());
                    current.setLength(0);
                    inArgument = false;
                }
                continue;
            }
            inArgument = true;
            if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '\\' && escapes(line, i, quote)) {
                current.append(line.charAt(++i));
            } else {
                current.append(c);
            }
        }
        if (inArgument) {
            arguments.add(current.toString());
        }
        return quote == 0 ? Optional.of(List.copyOf(arguments)) : Optional.empty();
    }

    private static String quoted(String argument) {
        if (PLAIN.matcher(argument).matches()) {
            return argument;
        }
        return argument.indexOf('\'') < 0
                ? "'" + argument + "'"
                : '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean escapes(String line, int at, char quote) {
        if (quote == '\'' || at + 1 >= line.length()) {
            return false;
        }
        char next = line.charAt(at + 1);
        return quote == 0 || next == '"' || next == '\\';
    }
}
