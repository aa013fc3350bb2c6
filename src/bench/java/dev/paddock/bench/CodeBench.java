package dev.paddock.bench;

import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.CodeLanguage;
import dev.paddock.ui.text.CodeLanguages;
import dev.paddock.ui.text.Markdown;

import java.util.ArrayList;
import java.util.List;

/**
 * How long code waits for its colours: 5,000 lines of a language, read as the transcript does it in
 * the background, in a process that has read none yet and in one that has; and the one row that the
 * FX thread reads by itself while a block grows.
 */
final class CodeBench {
    private static final int LINES = 5_000;
    private static final int ROUNDS = 15;
    private static final double LIMIT_MILLIS = 150;
    private static final double FRAME_MILLIS = 1;
    private static final double NANOS = 1e6;

    private static final String SAMPLE =
            """
            /** Counts words. */
            @Override
            public final class Counter<T extends Comparable<T>> implements Runnable {
                private static final int LIMIT = 0x1F; // never more
                private final Map<String, Integer> counts = new HashMap<>();

                public void run() {
                    for (String word : text.split("\\\\s+")) {
                        if (word.length() > 3 && !word.equals("none")) {
                            counts.merge(word, 1, Integer::sum); /* one more */
                        }
                    }
                }
            }
            """;

    private CodeBench() {}

    static void main() {
        long start = System.nanoTime();
        var languages = CodeLanguages.load();
        Figures.print("code.languages.load", since(start), "ms");
        for (String fence : List.of("java", "python", "typescript", "html")) {
            measure(languages.of(fence, "").orElseThrow(), fence);
        }
    }

    private static void measure(CodeLanguage language, String fence) {
        var rows = rows(fence);
        String name = "code." + fence + ".";
        double first = colored(language, rows);
        Figures.print(name + "first", first, "ms", Goal.atMost(LIMIT_MILLIS));
        var later = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            later.add(colored(language, rows));
        }
        Figures.print(name + "later", Figures.median(later), "ms", Goal.atMost(LIMIT_MILLIS));
        var row = new ArrayList<Double>();
        for (Block.Code code : rows) {
            long start = System.nanoTime();
            language.colored(0, code);
            row.add(since(start));
        }
        Figures.print(name + "row", Figures.quantile(row, 0.99), "ms", Goal.atMost(FRAME_MILLIS));
    }

    private static double colored(CodeLanguage language, List<Block.Code> rows) {
        long start = System.nanoTime();
        int state = 0;
        int parts = 0;
        for (Block.Code code : rows) {
            var read = language.colored(state, code);
            parts += read.parts().size();
            state = read.after();
        }
        double time = since(start);
        if (parts < rows.size()) {
            throw new IllegalStateException("nothing was coloured");
        }
        return time;
    }

    private static List<Block.Code> rows(String fence) {
        var lines = SAMPLE.repeat(LINES / 10).lines().limit(LINES).toList();
        String markdown = "```" + fence + "\n" + String.join("\n", lines) + "\n```";
        return Markdown.blocks(markdown).stream().map(Block.Code.class::cast).toList();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
