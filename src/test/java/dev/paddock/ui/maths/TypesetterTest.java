package dev.paddock.ui.maths;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.chat.Stages;
import dev.paddock.ui.maths.Drawing.Letters;
import dev.paddock.ui.maths.Drawing.Mark;
import dev.paddock.ui.text.Formula;
import dev.paddock.ui.text.Formula.Kind;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What MathJax makes of formulas, as it runs in the app. */
class TypesetterTest {
    private static Typesetter typesetter;

    @BeforeAll
    static void start() {
        Stages.startToolkit();
        typesetter =
                new Typesetter(
                        new Words(), () -> {}, Duration.ofMinutes(5), Duration.ofSeconds(15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "e^{i\\pi}+1=0",
                "\\ce{2H2 + O2 -> 2H2O}",
                "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{sonst} \\end{cases}",
                "\\operatorname*{argmin}_x f(x)",
                "\\cancel{x} + \\boxed{y} + \\enclose{circle}{z}",
                "\\begin{array}{c|c:c} a & b & c \\\\ \\hline d & e & f \\end{array}",
                "\\overbrace{a+b+c}^{n} \\xrightarrow{\\text{slowly}} \\underbrace{d}_{m}",
                "\\left\\{ \\begin{matrix} a \\\\ b \\\\ c \\\\ d \\\\ e \\\\ f \\end{matrix} \\r"
                        + "ight.",
                "20\\,\\degree\\mathrm{C}, 5\\,\\celsius, \\R, 3\\,\\euro"
            })
    void soundOnesAreDrawn(String latex) {
        var drawing = drawn(latex);
        assertTrue(drawing.width() > 500, drawing::toString);
        assertTrue(drawing.ascent() > 300, drawing::toString);
        assertFalse(drawing.marks().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "\\frac{a, Missing close brace",
                "\\foobar x, Undefined control sequence \\foobar",
                "\\begin{matrix} a, Missing \\end{matrix}",
                "x^2^3, Double exponent: use braces to clarify",
                "\\href{http://a.b}{x}, Undefined control sequence \\href",
                "\\require{html}, Undefined control sequence \\require"
            })
    void faultyOnesSayWhy(String latex, String why) {
        assertEquals(
                new Typeset.Fault(
                        "This formula is shown as written, for it cannot be typeset: “"
                                + why
                                + "”"),
                typeset(latex));
    }

    @Test
    void oneFormulasDefinitionsAreNotThoseOfTheNext() {
        double width = drawn("\\frac12").width();
        drawn("\\def\\frac#1#2{#1#2#1#2#1#2} \\frac12");
        assertEquals(width, drawn("\\frac12 ").width());
        drawn("x \\label{a}");
        drawn("y \\label{a}");
    }

    @Test
    void whatTakesTooLongIsGivenUpAndTheNextIsDrawn() {
        var impatient =
                new Typesetter(
                        new Words(), () -> {}, Duration.ofMinutes(1), Duration.ofMillis(300));
        var overdue =
                new Typeset.Fault(
                        "This formula is shown as written, for typesetting it would take too"
                                + " long.");
        assertEquals(overdue, typeset(impatient, "\\frac{a}{b} + ".repeat(3_000) + "c"));
        assertTrue(typeset("\\def\\a{\\a\\a}\\a") instanceof Typeset.Fault);
        typeset("{".repeat(5_000) + "x" + "}".repeat(5_000));
        drawn("x + 1");
    }

    @Test
    void aTagStandsApart() {
        var drawing = drawn("a = b \\tag{12}");
        assertTrue(drawing.tag().orElseThrow().width() > 1_000, drawing::toString);
        assertEquals(drawn("a = b").width(), drawing.width(), 1);
    }

    @Test
    void lettersItsTypefaceLacksAreThoseOfTheText() {
        var letters =
                drawn("\\text{für 日本}").marks().stream()
                        .filter(Letters.class::isInstance)
                        .map(it -> ((Letters) it).text())
                        .toList();
        assertEquals(List.of("ü", "日", "本"), letters);
    }

    @Test
    void coloursAreThoseThatAreNamedAndElseThoseOfTheText() {
        var colors = drawn("x \\textcolor{red}{y}").marks().stream().map(Mark::color).toList();
        assertEquals(List.of(Optional.empty(), Optional.of("red")), colors);
    }

    @Test
    void mathJaxGoesWhenNothingIsTypesetForAWhile() {
        var shortLived =
                new Typesetter(new Words(), () -> {}, Duration.ofMillis(50), Duration.ofMinutes(1));
        typeset(shortLived, "x");
        Stages.await("gone", () -> !shortLived.isLoaded());
        typeset(shortLived, "x");
        assertFalse(shortLived.isLoaded(), "what is known needs no MathJax");
        typeset(shortLived, "y");
    }

    private static Drawing drawn(String latex) {
        return switch (typeset(latex)) {
            case Typeset.Drawn(Drawing drawing) -> drawing;
            case Typeset.Fault(String words) -> throw new AssertionError(latex + ": " + words);
        };
    }

    private static Typeset typeset(String latex) {
        return typeset(typesetter, latex);
    }

    private static Typeset typeset(Typesetter by, String latex) {
        var formula = new Formula(latex, Kind.DISPLAY);
        Stages.await("typeset", () -> by.of(formula).isPresent());
        return Stages.onFx(() -> by.of(formula)).orElseThrow();
    }
}
