package dev.paddock.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Long answers through the app's client, session and history, against the same with the reader
 * written by hand in place of the client. A process of the one and one of the other take turns at
 * the same engine, answer by answer; figures are medians over such pairs.
 */
final class StreamBench {
    private static final int PAIRS = 8;
    private static final int ANSWERS = 24;

    /** From here on a process is warm. */
    private static final int WARM = 2;

    /** What one process measured, in seconds; the warm figures are medians of its answers. */
    private record Run(
            double firstWall,
            double firstCpu,
            double firstToken,
            double wall,
            double cpu,
            double token) {
        static Run of(List<double[]> answers) {
            var first = answers.getFirst();
            var warm = answers.subList(WARM, answers.size());
            return new Run(
                    first[0],
                    first[1],
                    first[2],
                    median(warm, 0),
                    median(warm, 1),
                    median(warm, 2));
        }

        private static double median(List<double[]> answers, int figure) {
            return Figures.median(answers.stream().map(answer -> answer[figure]).toList());
        }

        Stream<Double> figures() {
            return Stream.of(firstWall, firstCpu, firstToken, wall, cpu, token);
        }
    }

    private StreamBench() {}

    static void main(String[] arguments) throws Exception {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PAIRS;
        var rounds = Rounds.open("stream", pairs, ANSWERS);
        try (var engine = BenchEngine.launch(BenchEngine.plan())) {
            while (rounds.count() < pairs) {
                rounds.add(pair(engine, rounds.count() % 2 == 0));
            }
        }
        print(rounds);
        rounds.finish();
    }

    private static void print(Rounds rounds) {
        ratio(rounds, 3, "stream.wall", 1e3, "ms", Goal.atMost(1.02));
        ratio(rounds, 4, "stream.cpu", 1e6 / StreamChild.TOKENS, "us/event", Goal.atMost(1));
        ratio(rounds, 0, "stream.first.wall", 1e3, "ms", Goal.atMost(1.3));
        ratio(
                rounds,
                1,
                "stream.first.cpu",
                1e6 / StreamChild.TOKENS,
                "us/event",
                Goal.atMost(1.3));
        later(rounds, 5, "stream.token", Goal.atMost(3));
        later(rounds, 2, "stream.first.token", Goal.atMost(15));
    }

    private static double median(List<Double> values) {
        return Figures.median(values);
    }

    private static void both(Rounds rounds, int figure, String name, double scale, String unit) {
        Figures.print(name + ".hand", median(rounds.column(figure)) * scale, unit);
        Figures.print(name + ".client", median(rounds.column(figure + 6)) * scale, unit);
    }

    private static void ratio(
            Rounds rounds, int figure, String name, double scale, String unit, Goal goal) {
        both(rounds, figure, name, scale, unit);
        var ratios = new ArrayList<Double>();
        for (int pair = 0; pair < rounds.count(); pair++) {
            ratios.add(rounds.column(figure + 6).get(pair) / rounds.column(figure).get(pair));
        }
        Figures.print(name + ".ratio", median(ratios), "x", goal);
    }

    private static void later(Rounds rounds, int figure, String name, Goal goal) {
        both(rounds, figure, name, 1e3, "ms");
        var differences = new ArrayList<Double>();
        for (int pair = 0; pair < rounds.count(); pair++) {
            differences.add(rounds.column(figure + 6).get(pair) - rounds.column(figure).get(pair));
        }
        Figures.print(name + ".later", median(differences) * 1e3, "ms", goal);
    }

    /** Both at once, an answer of the one and of the other in turns: what disturbs hits both. */
    private static double[] pair(BenchEngine engine, boolean handFirst) throws Exception {
        var byHand = new ArrayList<double[]>();
        var byClient = new ArrayList<double[]>();
        try (var hand = StreamProcess.start(engine, StreamChild.BY_HAND);
                var client = StreamProcess.start(engine, StreamChild.BY_CLIENT)) {
            for (int answer = 0; answer < ANSWERS; answer++) {
                if (handFirst) {
                    byHand.add(hand.answer());
                }
                byClient.add(client.answer());
                if (!handFirst) {
                    byHand.add(hand.answer());
                }
            }
        }
        return Stream.concat(Run.of(byHand).figures(), Run.of(byClient).figures())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
