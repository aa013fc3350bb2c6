package dev.paddock.server;

import java.util.ArrayList;
import java.util.List;

/** Splits a line of arguments the way a POSIX shell does, without expanding anything. */
public final class ExtraArguments {
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

    private static boolean escapes(String line, int at, char quote) {
        if (quote == '\'' || at + 1 >= line.length()) {
            return false;
        }
        char next = line.charAt(at + 1);
        return quote == 0 || next == '"' || next == '\\';
    }
}
