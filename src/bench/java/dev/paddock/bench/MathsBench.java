package dev.paddock.bench;

import dev.paddock.ui.chat.FormulaWindow;
import dev.paddock.ui.maths.MathJaxMemory;
import dev.paddock.ui.text.Formula;
import dev.paddock.ui.text.Formula.Kind;

import java.util.ArrayList;
import java.util.List;

/**
 * From the frame that shows a formula as written to the one that shows it typeset: the first of the
 * process, forty further ones, and the same once more. And the heap for it.
 */
final class MathsBench {
    private static final double COLD_MILLIS = 3_000;
    private static final double LATER_MILLIS = 25;
    private static final double SLOW_MILLIS = 80;
    private static final double AGAIN_MILLIS = 1;
    private static final double FRAME_MILLIS = 33;
    private static final double HEAP_MEGABYTES = 60;
    private static final double LEFT_MEGABYTES = 10;

    private MathsBench() {}

    static void main() throws Exception {
        System.setProperty("glass.platform", "Headless");
        var formulas = RealFormulas.all();
        var window = FormulaWindow.open();
        double before = MathJaxMemory.used();
        Figures.print("maths.cold", window.millis("x^2"), "ms", Goal.atMost(COLD_MILLIS));
        window.forgetLayouts();
        var later = millis(window, formulas);
        Figures.print("maths.later.p50", Figures.median(later), "ms", Goal.atMost(LATER_MILLIS));
        Figures.print(
                "maths.later.p95", Figures.quantile(later, 0.95), "ms", Goal.atMost(SLOW_MILLIS));
        var again = millis(window, formulas);
        Figures.print(
                "maths.again.worst", Figures.quantile(again, 1), "ms", Goal.atMost(AGAIN_MILLIS));
        Figures.print("maths.layout.worst", window.worstLayout(), "ms", Goal.atMost(FRAME_MILLIS));
        double heap = MathJaxMemory.used() - before;
        Figures.print("maths.heap", heap, "MB", Goal.atMost(HEAP_MEGABYTES));
        double left =
                MathJaxMemory.left(
                        formulas.stream().map(it -> new Formula(it, Kind.DISPLAY)).toList());
        Figures.print("maths.heap.idle", left, "MB", Goal.atMost(LEFT_MEGABYTES));
        System.exit(0);
    }

    private static List<Double> millis(FormulaWindow window, List<String> formulas)
            throws Exception {
        var times = new ArrayList<Double>();
        for (String formula : formulas) {
            times.add(window.millis(formula));
        }
        return times;
    }
}
