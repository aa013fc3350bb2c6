package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Strong text is written between braces here, and emphasis between brackets of angle. */
class EmphasisTest {
    private static final Parser COMMON_MARK = Parser.builder().build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a **b** c|a {b} c",
                "a*b*c|a‹b›c",
                "*a **b** c*|‹a ›{‹b›}‹ c›",
                "***a***|{‹a›}",
                "***a** b*|{‹a›}‹ b›",
                "**a *b***|{a }{‹b›}",
                "****a****|{a}",
                "**a**b**|{a}b**",
                "*a **b*|*a *‹b›",
                "** a**|** a**",
                "a * b * c|a * b * c",
                "2*3*4|2‹3›4",
                "*a [b* c](https://x.y)|*a b* c",
                "[**a** b](https://x.y) **c**|{a} b {c}",
                "**a ~~b** c~~|**a b** c",
                "\\*\\*a\\*\\*|**a**",
                "foo***bar***baz|foo{‹bar›}baz",
                "**注意：**请先保存。|{注意：}请先保存。",
                "这是**“重点”**内容。|这是{“重点”}内容。",
                "これは**「重要」**です。|これは{「重要」}です。",
                "**テスト。**テスト|{テスト。}テスト",
                "这*（很）*好|这‹（很）›好",
                "**이것**은|{이것}은",
                "价格**$5**元|价格{$5}元",
                "**`code`**を|{code}を",
            })
    void isPairedAsItIsMeant(String written, String shown) {
        assertEquals(shown, looks(written));
    }

    /** Without such letters nothing differs from what CommonMark says. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void otherTextIsReadAsCommonMarkHasIt(long seed) {
        var random = new Random(seed);
        var pieces =
                List.of("*", "**", "***", "*", "a", " ", ".", "(", "b c", "_", "`x`", "[", "](u)");
        for (int run = 0; run < 3_000; run++) {
            var text = new StringBuilder("x");
            for (int i = random.nextInt(18); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String written = text.toString();
            var known = InlineReader.read(COMMON_MARK.parse(written).getFirstChild());
            assertEquals(looks(Inline.trimmed(known)), looks(written), written);
        }
    }

    private static String looks(String markdown) {
        return looks(((Block.Paragraph) Markdown.blocks(markdown).getFirst()).text());
    }

    private static String looks(List<Inline> runs) {
        return runs.stream()
                .map(
                        run -> {
                            String text =
                                    run.style().is(Look.EMPHASIS)
                                            ? "‹" + run.text() + "›"
                                            : run.text();
                            return run.style().is(Look.STRONG) ? "{" + text + "}" : text;
                        })
                .collect(Collectors.joining());
    }
}
