package dev.paddock.bench;

import dev.paddock.ui.chat.EveryKindOfText;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.platform.ShapedTextRepair;

import javafx.application.Platform;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Random paragraphs through every kind of text in the window: {@code [PARAGRAPHS]}. */
final class ParagraphsBench {
    private static final int PARAGRAPHS = 10_000;
    private static final int ROUND = 100;
    private static final int MOST_TOLD = 20;
    private static final double NARROW = 240;
    private static final double WIDE = 1_200;

    private static int told;

    private ParagraphsBench() {}

    static void main(String[] arguments) throws Exception {
        int paragraphs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PARAGRAPHS;
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        var rounds = Rounds.open("paragraphs", paragraphs);
        var window = new CompletableFuture<EveryKindOfText>();
        Platform.startup(
                () -> {
                    ShapedTextRepair.install();
                    Theme.loadFonts();
                    window.complete(new EveryKindOfText());
                });
        var everywhere = window.get(1, TimeUnit.MINUTES);
        while (rounds.count() * ROUND < paragraphs) {
            int round = rounds.count();
            rounds.add(onFx(() -> round(everywhere, round)));
        }
        Figures.print("paragraphs", rounds.count() * (double) ROUND, "");
        Figures.print("paragraphs.texts", sum(rounds, 0), "");
        Figures.print("paragraphs.exceptions", sum(rounds, 1), "", Goal.exactly(0));
        Figures.print("paragraphs.faults", sum(rounds, 2), "", Goal.exactly(0));
        rounds.finish();
        System.exit(0);
    }

    private static double sum(Rounds rounds, int column) {
        return rounds.column(column).stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Texts looked at, exceptions, faults. */
    private static double[] round(EveryKindOfText everywhere, int seed) {
        var random = new RandomParagraphs(seed);
        double[] found = new double[3];
        for (int i = 0; i < ROUND; i++) {
            String text = random.next();
            double width = random.width(NARROW, WIDE);
            var drawn = new DrawnText();
            try {
                drawn.look(everywhere.show(text, width));
            } catch (ReflectiveOperationException | RuntimeException thrown) {
                found[1]++;
                tell(thrown + " at " + thrown.getStackTrace()[0] + ": " + text);
            }
            found[0] += drawn.texts();
            found[2] += drawn.faults().size();
            drawn.faults().forEach(ParagraphsBench::tell);
        }
        return found;
    }

    private static void tell(String what) {
        if (told++ < MOST_TOLD) {
            System.out.println(what);
        }
    }

    private static double[] onFx(Callable<double[]> job) throws Exception {
        var done = new CompletableFuture<double[]>();
        Platform.runLater(
                () -> {
                    try {
                        done.complete(job.call());
                    } catch (Exception failed) {
                        done.completeExceptionally(failed);
                    }
                });
        return done.get(5, TimeUnit.MINUTES);
    }
}
