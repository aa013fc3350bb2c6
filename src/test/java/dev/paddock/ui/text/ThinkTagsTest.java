package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.text.ThinkTags.Parts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

class ThinkTagsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "<think>why</think>So.|why|So.",
                "N<think>Nwhy **so**N- aN- bN</think>NSo.|why **so**N- aN- b|So.",
                "<think>a <think>b</think> c</think>NNDone|a b c|Done",
                "I greet.N</think>NNHello!|I greet.|Hello!",
                "I greet.</think>NHello!|I greet.|Hello!",
                "<think>NLet me see.NNStill **hard**|Let me see.NNStill **hard**|''",
                "<think></think>So.|''|So.",
                "<thinking>why</thinking>NSo.|why|So.",
                "One.N<think>why</think>NTwo.|why|One.NNTwo.",
                "<think>the <think> tag</think>NSo.|the  tag|So.",
            })
    void reasoningIsParted(String text, String reasoning, String answer) {
        var parts = ThinkTags.parts(lines(text), false);
        assertEquals(new Parts(lines(reasoning), lines(answer)), parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The <think> tag begins it, </think> ends it.",
                "Write `<think>` first.",
                "```\n<think>\nx\n</think>\n```",
                "a < b",
                "<t",
                "<thinker>x</thinker>",
            })
    void whatIsOnlyToldOfTagsIsTheAnswer(String text) {
        assertEquals(new Parts("", text), ThinkTags.parts(text, false));
    }

    @Test
    void halfATagIsNotSeenWhileTextGrows() {
        String text = "<think>\nLet me see.\n</think>\n\nSo.";
        for (int end = 0; end <= text.length(); end++) {
            var parts = ThinkTags.parts(text.substring(0, end), true);
            assertTrue(!parts.answer().contains("<"), parts.answer());
            assertTrue(!parts.reasoning().contains("<"), parts.reasoning());
        }
        assertEquals("a < b <", ThinkTags.parts("a < b <", true).answer());
    }

    @Test
    void textWithoutTagsIsNotCopied() {
        String text = "a <br> b";
        assertSame(text, ThinkTags.parts(text, true).answer());
    }

    @Test
    void anyNumberOfTagsIsTaken() {
        Linear.assertRead(10_000, ThinkTagsTest::tags, text -> ThinkTags.parts(text, false));
        Linear.assertRead(
                10_000, ThinkTagsTest::tags, text -> ThinkTags.parts("```\n" + text, true));
    }

    private static List<String> tags(int count) {
        return Stream.of("<think>", "</think>", "\n<think>", "\n</think>x", "```\n<think>\n")
                .map(some -> some.repeat(count))
                .toList();
    }

    private static String lines(String text) {
        return text.replace("N", "\n");
    }
}
