package dev.paddock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The rounds of a long benchmark. The values of each are on disk as soon as it ends, so that a run
 * that is cut off goes on where it was when the same command is given again. Rounds of other
 * arguments or of another commit are not mixed with these: then it begins anew. For any thread.
 */
final class Rounds {
    /** The commit that was built, as {@code bin/bench} tells. */
    private static final String COMMIT = "paddock.bench.commit";

    private final Path file;
    private final List<double[]> done = new ArrayList<>();

    private Rounds(Path file) {
        this.file = file;
    }

    /**
     * @param name of the benchmark, or of a part of it with rounds of its own
     * @param arguments all that makes one run comparable with the rest of it
     */
    static Rounds open(String name, Object... arguments) throws IOException {
        Path file = Path.of("target", "bench", name + ".rounds");
        Files.createDirectories(file.toAbsolutePath().getParent());
        String head =
                "# "
                        + System.getProperty(COMMIT, "unknown")
                        + " "
                        + String.join(" ", Stream.of(arguments).map(Object::toString).toList());
        var rounds = new Rounds(file);
        var lines = Files.exists(file) ? Files.readString(file).split("\n", -1) : new String[] {""};
        if (!lines[0].equals(head)) {
            Files.writeString(file, head + "\n");
            return rounds;
        }
        // A line without its end was being written when the run was cut off.
        for (int line = 1; line < lines.length - 1; line++) {
            rounds.done.add(
                    Stream.of(lines[line].split("\t")).mapToDouble(Double::parseDouble).toArray());
        }
        Files.writeString(file, head + "\n");
        List.copyOf(rounds.done).forEach(rounds::write);
        if (!rounds.done.isEmpty()) {
            System.out.println(name + ": goes on after " + rounds.done.size() + " rounds");
        }
        return rounds;
    }

    /** How many rounds have ended, those of earlier runs included. */
    synchronized int count() {
        return done.size();
    }

    /** Keeps what a round measured: as many values, in the same order, as every other round. */
    synchronized void add(double... values) {
        done.add(values.clone());
        write(values);
    }

    /** One of the values of every round, in the order in which the rounds ended. */
    synchronized List<Double> column(int index) {
        return done.stream().map(values -> values[index]).toList();
    }

    /** All are there and told: the next run begins anew. */
    void finish() throws IOException {
        Files.deleteIfExists(file);
    }

    private void write(double[] values) {
        String line =
                String.join("\t", DoubleStream.of(values).mapToObj(Double::toString).toList());
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
