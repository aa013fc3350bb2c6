package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class HeightsTest {
    @Test
    void agreesWithAPlainListWhateverIsDone() {
        var random = new Random(3);
        var heights = new Heights();
        List<Double> plain = new ArrayList<>();
        for (int step = 0; step < 3_000; step++) {
            int from = random.nextInt(plain.size() + 1);
            int removed = Math.min(random.nextInt(4), plain.size() - from);
            double[] added = random.doubles(random.nextInt(5), 0, 100).map(Math::ceil).toArray();
            heights.replace(from, removed, added);
            plain.subList(from, from + removed).clear();
            for (int i = 0; i < added.length; i++) {
                plain.add(from + i, added[i]);
            }
            if (!plain.isEmpty()) {
                int row = random.nextInt(plain.size());
                heights.set(row, step % 90 + 1);
                plain.set(row, step % 90 + 1.0);
                check(heights, plain, random.nextInt(plain.size()));
            }
        }
    }

    private static void check(Heights heights, List<Double> plain, int row) {
        double before = plain.subList(0, row).stream().mapToDouble(it -> it).sum();
        assertEquals(plain.size(), heights.size());
        assertEquals(before, heights.before(row), 1e-6);
        assertEquals(row, heights.at(before + plain.get(row) / 2));
    }
}
