package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What is counted is in the singular for one, and in the plural for none and for more. */
class PluralsTest {
    /** A rate is no count: it is written with a decimal, as 1.0 tokens/s. */
    private static final Pattern ONE_OF_MANY =
            Pattern.compile("\\b1 (\\p{L}+ )?(\\p{L}{2,}s)\\b(?!/s| per second)");

    private static final Pattern MANY_OF_ONE =
            Pattern.compile("\\b(?:0|2) (slot|token|line|second|minute|thread|message|time)\\b");

    /** What follows a name or a number of something, and is no noun in the plural. */
    private static final Set<String> NO_NOUNS =
            Set.of(
                    "ms",
                    "is",
                    "was",
                    "has",
                    "does",
                    "takes",
                    "uses",
                    "weakens",
                    "needs",
                    "ends",
                    "comes",
                    "contradicts",
                    "keeps",
                    "leaves",
                    "holds",
                    "switches");

    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,");

    @Test
    void nothingIsCountedWrongly() {
        assertEquals(List.of(), wrong(texts()));
    }

    @Test
    void aPluralThatFitsNoNumberIsCaught() {
        var planted =
                Map.of(
                        "a.tokens", "Since the start: {0} tokens read",
                        "b.slots", "{1} busy slots",
                        "c.none", "{0,choice,1#1 line|1<{0} lines}",
                        "d.right", "{0,choice,0#0 lines|1#1 line|1<{0} lines}",
                        "e.rate", "{0} tokens/s");
        assertEquals(
                List.of(
                        "a.tokens: Since the start: 1 tokens read",
                        "b.slots: 1 busy slots",
                        "c.none says of 0 what it says of 1: 1 line"),
                wrong(planted));
    }

    @Test
    void eachSentenceIsInItsNumber() {
        var words = new Words();
        assertEquals("1 token", words.of("chat.figure.tokens", 1));
        assertEquals("12,345 tokens", words.of("chat.figure.tokens", 12_345));
        assertEquals(
                "Since the start: 1 token read, 0 generated.", words.of("status.totals", 1, 0));
        assertEquals("1 of 1 line", words.of("log.count.filtered", 1, 1));
        assertEquals("0 of 2 lines", words.of("log.count.filtered", 0, 2));
    }

    private static List<String> wrong(Map<String, String> patterns) {
        var wrong = new ArrayList<String>();
        new TreeMap<>(patterns)
                .forEach(
                        (key, pattern) -> {
                            String one = text(pattern, 1);
                            if (found(ONE_OF_MANY, one, 2)
                                    || found(MANY_OF_ONE, text(pattern, 0), 1)
                                    || found(MANY_OF_ONE, text(pattern, 2), 1)) {
                                wrong.add(key + ": " + one);
                            } else if (CHOICE.matcher(pattern).find()
                                    && text(pattern, 0).equals(one)) {
                                wrong.add(key + " says of 0 what it says of 1: " + one);
                            }
                        });
        return wrong;
    }

    private static boolean found(Pattern mistake, String text, int noun) {
        return mistake.matcher(text)
                .results()
                .map((MatchResult each) -> each.group(noun))
                .anyMatch(word -> !NO_NOUNS.contains(word));
    }

    private static String text(String pattern, int number) {
        var message = new MessageFormat(pattern, Locale.ENGLISH);
        var values = new Object[message.getFormatsByArgumentIndex().length];
        Arrays.fill(values, number);
        return message.format(values);
    }

    private static Map<String, String> texts() {
        var bundle = new Words().bundle();
        var texts = new TreeMap<String, String>();
        bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        assertTrue(texts.size() > 100, "few words: " + texts.size());
        return texts;
    }
}
