package dev.paddock.chat;

import java.util.regex.Pattern;

/** Names a conversation after its first message. */
final class AutoTitle {
    /** In chars. */
    static final int LONGEST = 60;

    private static final String MORE = "…";
    private static final Pattern LINE_START =
            Pattern.compile("^(?:\\s|#{1,6}\\s|>|[-*+]\\s+|\\d{1,9}[.)]\\s+|\\[[ xX]\\]\\s)+");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\[]*)\\]\\([^()]*\\)");
    private static final Pattern MARKS =
            Pattern.compile(
                    "`+|(?<![\\s\\p{N}])\\*+|\\*+(?![\\s\\p{N}])|~~+"
                            + "|(?<![\\p{L}\\p{N}])_+|_+(?![\\p{L}\\p{N}])");
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Z}\\p{C}&&[^\\x{200C}\\x{200D}]]+");
    private static final Pattern FENCE = Pattern.compile("^\\s*(?:```|~~~).*");
    private static final Pattern READABLE = Pattern.compile("[\\p{L}\\p{N}\\p{S}\\p{P}]");

    private AutoTitle() {}

    /**
     * Its first line with something to read, without Markdown marks, cut at a word; {@code
     * otherwise} when it has none.
     */
    static String of(String message, String otherwise) {
        return message.lines()
                .filter(line -> !FENCE.matcher(line).matches())
                .map(AutoTitle::plain)
                .filter(line -> READABLE.matcher(line).find())
                .findFirst()
                .map(AutoTitle::shortened)
                .orElse(otherwise);
    }

    private static String plain(String line) {
        var start = line.substring(0, Math.min(line.length(), 20 * LONGEST));
        var text = LINE_START.matcher(start).replaceFirst("");
        text = LINK.matcher(text).replaceAll("$1");
        text = MARKS.matcher(text).replaceAll("");
        return INVISIBLE.matcher(text).replaceAll(" ").strip();
    }

    private static String shortened(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int room = LONGEST - MORE.length();
        int space = line.lastIndexOf(' ', room);
        int end = space > room / 2 ? space : room;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + MORE;
    }
}
