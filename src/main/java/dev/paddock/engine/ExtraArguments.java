package dev.paddock.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a line of arguments the way a POSIX shell does, without expanding anything. */
public final class ExtraArguments {
    /** A dash before a digit begins a negative number. */
    private static final Pattern FLAG = Pattern.compile("--?[A-Za-z]");

    private static final Pattern PLAIN = Pattern.compile("[^\\s'\"\\\\]+");

    private ExtraArguments() {}

    /**
     * Spaces separate; single quotes keep all, double quotes keep all but a backslash before {@code
     * "} or {@code \}; elsewhere a backslash keeps the next character.
     *
     * @throws InvalidSetting when a quote is not closed
     */
    public static List<String> split(String line) {
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
        if (quote != 0) {
            throw new InvalidSetting(ServerField.EXTRA_ARGUMENTS, line);
        }
        if (inArgument) {
            arguments.add(current.toString());
        }
        return List.copyOf(arguments);
    }

    /** Whether {@code flag} is among the arguments of {@code line}. */
    public static boolean contains(String line, String flag) {
        return split(line).contains(flag);
    }

    /** The line without {@code flag} and the values that follow it. */
    public static String without(String line, String flag) {
        var kept = new ArrayList<String>();
        boolean dropping = false;
        for (String argument : split(line)) {
            boolean isFlag = FLAG.matcher(argument).lookingAt();
            dropping = argument.equals(flag) || dropping && !isFlag;
            if (!dropping) {
                kept.add(quoted(argument));
            }
        }
        return String.join(" ", kept);
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
