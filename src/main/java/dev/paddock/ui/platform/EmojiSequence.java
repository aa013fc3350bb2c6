package dev.paddock.ui.platform;

import java.util.Optional;

/**
 * An emoji in a text: one picture for one or several characters, as Unicode's technical standard 51
 * has them (skin tones, flags, keycaps, families joined by U+200D).
 *
 * @param place that of its drawing
 * @param length its chars
 */
record EmojiSequence(int place, int length) {
    private static final int JOINER = 0x200D;
    private static final int AS_TEXT = 0xFE0E;
    private static final int AS_EMOJI = 0xFE0F;
    private static final int KEYCAP = 0x20E3;
    private static final int FIRST_FLAG_LETTER = 0x1F1E6;
    private static final int LAST_FLAG_LETTER = 0x1F1FF;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    /**
     * Whether an emoji can begin with it; quick, and true for some that cannot. Digits begin one
     * only before a keycap, which has to be looked for.
     */
    static boolean mayBegin(char first) {
        return first >= 0x203C && (first < 0x3400 || Character.isHighSurrogate(first))
                || first == '\u00A9'
                || first == '\u00AE';
    }

    /**
     * Where one begins that may begin at {@code at}, or ends there as a keycap.
     *
     * @param from nothing before it belongs to one
     */
    static int start(char[] text, int from, int at) {
        if (text[at] != KEYCAP) {
            return at;
        }
        int start = at > from && text[at - 1] == AS_EMOJI ? at - 2 : at - 1;
        return Math.max(from, start);
    }

    /** The longest one there is a drawing for, which begins at {@code from}. */
    static Optional<EmojiSequence> at(char[] text, int from, int end) {
        int first = Character.codePointAt(text, from, end);
        if (!Character.isEmoji(first)) {
            return Optional.empty();
        }
        if (first < 0x80) {
            return keycap(text, from, end);
        }
        return isFlagLetter(first) ? flag(text, from, end) : joined(text, from, end);
    }

    private static Optional<EmojiSequence> keycap(char[] text, int from, int end) {
        int at = from + 1;
        if (at < end && text[at] == AS_EMOJI) {
            at++;
        }
        return at < end && text[at] == KEYCAP
                ? drawn(new String(new char[] {text[from], KEYCAP}), at + 1 - from)
                : Optional.empty();
    }

    private static Optional<EmojiSequence> flag(char[] text, int from, int end) {
        int length = Math.min(4, end - from);
        return drawn(new String(text, from, length), length);
    }

    private static boolean isFlagLetter(int point) {
        return point >= FIRST_FLAG_LETTER && point <= LAST_FLAG_LETTER;
    }

    private static Optional<EmojiSequence> joined(char[] text, int from, int end) {
        var found = Optional.<EmojiSequence>empty();
        var characters = new StringBuilder();
        int at = from;
        while (at < end) {
            int point = Character.codePointAt(text, at, end);
            if (!Character.isEmoji(point)) {
                break;
            }
            boolean first = characters.isEmpty();
            characters.appendCodePoint(point);
            at += Character.charCount(point);
            int next = at < end ? Character.codePointAt(text, at, end) : 0;
            if (next == AS_TEXT) {
                break;
            }
            if (!first || next == AS_EMOJI || Character.isEmojiPresentation(point)) {
                at += next == AS_EMOJI ? 1 : 0;
                found = longer(characters, at - from, found);
            }
            if (Character.isEmojiModifier(next) && Character.isEmojiModifierBase(point)) {
                characters.appendCodePoint(next);
                at += Character.charCount(next);
                found = longer(characters, at - from, found);
            } else if (isTag(next)) {
                at = afterTags(text, at, end, characters);
                found = longer(characters, at - from, found);
            }
            if (at >= end || text[at] != JOINER) {
                break;
            }
            characters.append((char) JOINER);
            at++;
        }
        return found;
    }

    private static Optional<EmojiSequence> longer(
            StringBuilder characters, int length, Optional<EmojiSequence> before) {
        return drawn(characters.toString(), length).or(() -> before);
    }

    private static boolean isTag(int point) {
        return point >= FIRST_TAG && point <= LAST_TAG;
    }

    private static int afterTags(char[] text, int from, int end, StringBuilder characters) {
        int at = from;
        while (at < end && isTag(Character.codePointAt(text, at, end))) {
            characters.append(text, at, 2);
            at += 2;
        }
        return at;
    }

    private static Optional<EmojiSequence> drawn(String characters, int length) {
        return EmojiDrawings.shared()
                .find(characters)
                .map(place -> new EmojiSequence(place, length));
    }
}
