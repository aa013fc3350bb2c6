package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.regex.Pattern;

class UnfinishedTest {
    private static final String ANSWER =
            """
            ## The **whole** of it

            Some **strong words**, an *emphasis*, `code it is`, ~~struck out~~ and ***both*** at once.

            - **First.** See [the manual](https://example.org/a/b?c=d) of `llama-server`.
            - *Second*, with [a **strong** label](https://example.org) and 2*3 and 4 * 5.

            1. `--ctx-size` and **`--port`**

            > Quoted **and strong**

            The end, at https://example.org/here and there.
            """;

    /** What a reader would see flash by: a mark beside a word, or half an address. */
    private static final Pattern MARK = Pattern.compile("\\*\\*|~~|`|\\]\\(h");

    private static List<Block> shown(String text) {
        return Unfinished.shown(Markdown.blocks(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a **b|a **b**",
                "a **b c|a **b c**",
                "a *b|a *b*",
                "a ***b|a ***b***",
                "a `b c|a `b c`",
                "a ~~b|a ~~b~~",
                "a **b *c|a **b *c***",
                "# a **b|# a **b**",
                "- a **b|- a **b**",
                "**a `b|**a `b`**",
                "a **b `c` d|a **b `c` d**",
                "a <kbd>b|a <kbd>b</kbd>",
                "H<sub>2|H<sub>2</sub>",
                "a <b>b <i>c</i> d|a <b>b <i>c</i> d</b>",
                "a <kbd>b</kb|a <kbd>b</kbd>",
                "a<kb|a",
                "这是**重|这是**重**",
                "a [b](|a b",
                "a [b](htt|a b",
                "a [b](https://example.org/c|a b",
                "a ![b](https://example.org/c|a b",
                "**a [b](htt|**a b**",
                "a [`b` c](htt|a `b` c",
                "a [**b** c](https://example.org/|a **b** c",
            })
    void looksAsItWillOnceItIsClosed(String growing, String closed) {
        assertEquals(Markdown.blocks(closed), shown(growing));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a **b** c",
                "2*3",
                "2 * 3",
                "a*",
                "snake_case",
                "a [b",
                "List<String> a",
                "a <div>b",
                "a < b",
                "a [b] (c",
                "`a` b",
                "```\n**a",
                "| **a |\n|---|\n| **b |",
                "https://example.org/a*b",
                "***\n",
            })
    void leavesAloneWhatOpensNothing(String text) {
        assertEquals(Markdown.blocks(text), shown(text));
    }

    @Test
    void onlyTheLastBlockGrows() {
        var blocks = shown("a **b\n\nc **d");
        assertEquals(Markdown.blocks("a **b").getFirst(), blocks.getFirst());
        assertEquals(Markdown.blocks("c **d**").getFirst(), blocks.getLast());
    }

    @Test
    void noMarkFlashesByWhileAnAnswerGrows() {
        for (int end = 1; end <= ANSWER.length(); end++) {
            String text = ANSWER.substring(0, end);
            // Between two characters of one mark it is another mark.
            boolean within = end < ANSWER.length() && "*`~".indexOf(ANSWER.charAt(end)) >= 0;
            if (within) {
                continue;
            }
            String last = words(shown(text).getLast());
            assertFalse(MARK.matcher(last).find(), () -> "“" + last + "” of\n" + text);
        }
    }

    @Test
    void anyNumberOfOpenersIsTaken() {
        for (String opener : List.of("*a ", "**a ", "[a](", "`", "~~a ")) {
            String last = words(shown(opener.repeat(20_000)).getLast());
            assertFalse(last.contains("*") || last.contains("~"), opener);
        }
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Paragraph it -> Inline.text(it.text());
            case Block.Heading it -> Inline.text(it.text());
            case Block.Code _,
                    Block.Table _,
                    Block.Rule _,
                    Block.Admonition _,
                    Block.Details _,
                    Block.DetailsEnd _,
                    Block.Picture _ ->
                    "";
        };
    }
}
