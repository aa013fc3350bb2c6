package dev.paddock.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.text.Formula.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is mathematics in an answer, and what is a price, a variable or code. */
class FormulaTest {
    /** What formulas are made of and stand beside. */
    private static final String[] BITS = {
        "$",
        "$$",
        "\\(",
        "\\)",
        "\\[",
        "\\]",
        "\\\\",
        "\\$",
        "\\begin{align}",
        "\\end{align}",
        "{",
        "}",
        "x",
        "5",
        " and ",
        "word ",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "`",
        "```\n",
        "*",
        "_",
        "[",
        "](u)",
        "|",
        "\\frac",
        "^2",
        "é",
        "设",
        ".",
        "=",
        "\n$$\n",
        "\n\\[\n",
        "\n\\]\n"
    };

    @Test
    void allFourDelimitersAndEnvironments() {
        assertEquals(List.of(inline("e^{i\\pi}+1=0")), formulas("Euler: \\(e^{i\\pi}+1=0\\) and"));
        assertEquals(List.of(inline("x")), formulas("Let $x$ be"));
        assertEquals(List.of(display("a_1 * b_1 * c_1 < d")), formulas("$$a_1 * b_1 * c_1 < d$$"));
        assertEquals(
                List.of(display("\n\\frac{a_1 * b_1}{c_2} = \\{x_1, x_2\\}\n")),
                formulas("so\n\\[\n\\frac{a_1 * b_1}{c_2} = \\{x_1, x_2\\}\n\\]\nand"));
        assertEquals(
                List.of(display("\\begin{align*}\na &= b \\\\\n- c &= d\n\\end{align*}")),
                formulas("so\n\n\\begin{align*}\na &= b \\\\\n- c &= d\n\\end{align*}\n\nand"));
        assertEquals(
                List.of(display("\\begin{cases}1\\\\2\\end{cases}")),
                formulas("It is \\begin{cases}1\\\\2\\end{cases} then"));
        assertEquals(
                List.of(inline("\\ce{2H2 + O2 -> 2H2O}")), formulas("$\\ce{2H2 + O2 -> 2H2O}$"));
    }

    @Test
    void whereverTextStands() {
        assertEquals(List.of(inline("x_1")), formulas("- an item with $x_1$"));
        assertEquals(
                List.of(display("\nx_1\n- 2\n")), formulas("1. one\n   $$\n   x_1\n   - 2\n   $$"));
        assertEquals(List.of(display("\nx\n= y\n")), formulas("> \\[\n> x\n> = y\n> \\]"));
        assertEquals(List.of(inline("n^2")), formulas("# About $n^2$"));
        assertEquals(
                List.of(inline("a*b"), inline("c_d")),
                formulas("|x|y|\n|---|---|\n|$a*b$|\\(c_d\\)|"));
        assertEquals(List.of(inline("a*b*c")), formulas("**strong $a*b*c$ and more**"));
        assertEquals(List.of(inline("x")), formulas("设$x$为实数"));
        assertEquals(List.of(inline("n")), formulas("the $n$th term"));
        assertEquals(List.of(inline("5"), inline("3 + 4 = 7")), formulas("$5$ and $3 + 4 = 7$"));
        assertEquals(
                List.of(inline("x \\text{ if $y$ holds}")), formulas("$x \\text{ if $y$ holds}$"));
    }

    @Test
    void theMarkThatEndsASentenceGoesWithADisplayedFormula() {
        assertEquals(List.of(display("x = 1.")), formulas("\\[x = 1\\].\n\nNext"));
        assertEquals("\\[x = 1\\].", written("\\[x = 1\\]."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs $5 and $10.",
                "It costs $5-$10 a month.",
                "from $5, or 10$ in Canada",
                "US$5 and US$6",
                "between 5$ and 10$",
                "$5 (that is 4€ or A$)",
                "$1,000 to $2,000",
                "$10/$20",
                "a fee of $5 + tax, at most 10$",
                "set `$HOME` and `$PATH`",
                "set $HOME and $PATH",
                "export PATH=$HOME/bin:$PATH",
                "${HOME}/bin:${PATH}",
                "$(pwd)/$(date)",
                "echo $1,$2",
                "`\\(x\\)` is written so",
                "```\n$x$ \\(y\\)\n$$\nz\n$$\n```",
                "    $x$ is code",
                "\\$5 and 6\\$",
                "\\\\(x)",
                "a \\[link\\] and \\(see below, it is longer\\)",
                "\\[1\\] Smith, \\[2\\] Jones",
                "- \\[ \\] to do",
                "use $$ and $$ here",
                "$$ is the process",
                "cost $5 or `a$`",
                "[a](http://x.y/$a$) and http://x.y/$b$",
                "$ x $",
                "\\begin{itemize}\n\\item x\n\\end{itemize}"
            })
    void noMathematics(String text) {
        assertEquals(List.of(), formulas(text));
    }

    @Test
    void aQuestionIsNoMarkdownAndHasFormulas() {
        assertEquals(
                List.of(inline("x^2"), display("y=1")),
                Formulas.in("Why is $x^2$ *positive* and \\[\ny=1\n\\] not `$z$`, for $5?").stream()
                        .flatMap(run -> run.formula().stream())
                        .map(it -> new Formula(it.latex().strip(), it.kind()))
                        .toList());
    }

    @Test
    void aBraceThatIsMissingMakesAFormulaFaultyAndNotTheRestOfTheText() {
        assertEquals(
                List.of(inline("\\frac{a"), inline("b")),
                formulas("$\\frac{a$ and then $b$ there"));
        assertEquals(List.of(inline("\\frac{a")), formulas("\\(\\frac{a\\) and more"));
    }

    @Test
    void whatDoesNotCloseIsSeenAsWritten() {
        assertEquals("\\(x_1 + and no more", written("\\(x_1 + and no more"));
        assertEquals("\\[\nxand more", written("\\[\nx\n\nand more"));
        assertEquals("[ANSWER]: 42", written("\\[ANSWER]: 42"));
        assertEquals("\\begin{align}\na", written("\\begin{align}\na"));
    }

    @Test
    void whileItGrowsItIsSeenAsWrittenToo() {
        String answer = "So **that** \\(\\frac{a_1 * b_1}{c_2} = \\{x_1\\}\\) is *it*";
        for (int end = answer.indexOf("\\(") + 2; end <= answer.indexOf("\\)"); end++) {
            String written = answer.substring(0, end);
            var shown = Unfinished.shown(new GrowingMarkdown(Indent.NONE).update(written).tail());
            assertEquals(written.replace("**", ""), text(shown));
        }
        assertEquals(1, formulas(answer).size());
        String price = "It costs $5 for a **snake_case** na";
        assertEquals(
                price.replace("**", ""),
                text(Unfinished.shown(new GrowingMarkdown(Indent.NONE).update(price).tail())));
    }

    @Test
    void aFormulaIsNotCutIntoRows() {
        String long_ = "word ".repeat(396) + "$" + "x + ".repeat(30) + "y$ " + "word ".repeat(300);
        assertEquals(1, formulas(long_).size());
        assertTrue(Markdown.blocks(long_).size() > 1);
    }

    @Test
    void whateverIsWrittenNothingIsLostAndItGrowsAsItIsRead() {
        var random = new Random(12);
        for (int round = 0; round < 3_000; round++) {
            String text =
                    random.ints(1 + random.nextInt(14), 0, BITS.length)
                            .mapToObj(i -> BITS[i])
                            .collect(Collectors.joining());
            assertEquals(text, Inline.text(Formulas.in(text)));
            assertEquals(Markdown.blocks(text), grown(text, random), text);
        }
    }

    private static List<Block> grown(String text, Random random) {
        var growing = new GrowingMarkdown(Indent.NONE);
        var blocks = new ArrayList<Block>();
        for (int end = 0; end < text.length(); end += 1 + random.nextInt(6)) {
            apply(growing.update(text.substring(0, end)), blocks);
        }
        apply(growing.finish(text), blocks);
        return blocks;
    }

    private static void apply(GrowingMarkdown.Change change, List<Block> blocks) {
        blocks.subList(change.kept(), blocks.size()).clear();
        blocks.addAll(change.tail());
    }

    @Test
    void readingDelimitersAloneTakesWorkAsTheirNumber() {
        Linear.assertRead(5_000, FormulaTest::delimiters, Formulas::in);
        Linear.assertRead(
                5_000,
                length ->
                        delimiters(length).stream()
                                .map(text -> (text.replace("\n", "") + "\n").repeat(3))
                                .toList(),
                Markdown::blocks);
    }

    private static List<String> delimiters(int length) {
        return Stream.of("$", "$a", "$$", "\\(", "\\[", "\\({", "\\begin{align}", "{$", "\\(a\n")
                .map(bit -> bit.repeat(length / bit.length()))
                .toList();
    }

    private static Formula inline(String latex) {
        return new Formula(latex, Kind.INLINE);
    }

    private static Formula display(String latex) {
        return new Formula(latex, Kind.DISPLAY);
    }

    private static List<Formula> formulas(String markdown) {
        return runs(Markdown.blocks(markdown))
                .flatMap(run -> run.formula().stream())
                .filter(Formula::isClosed)
                .toList();
    }

    private static String written(String markdown) {
        return text(Markdown.blocks(markdown));
    }

    private static String text(List<Block> blocks) {
        return Inline.text(runs(blocks).toList());
    }

    private static Stream<Inline> runs(List<Block> blocks) {
        return blocks.stream()
                .flatMap(
                        block ->
                                switch (block) {
                                    case Block.Paragraph it -> it.text().stream();
                                    case Block.Heading it -> it.text().stream();
                                    case Block.Table it ->
                                            it.rows().stream()
                                                    .flatMap(List::stream)
                                                    .flatMap(cell -> cell.text().stream());
                                    case Block.Admonition it -> it.title().stream();
                                    case Block.Details it -> it.summary().stream();
                                    case Block.Code _,
                                            Block.Rule _,
                                            Block.DetailsEnd _,
                                            Block.Picture _ ->
                                            Stream.empty();
                                });
    }
}
