package dev.paddock.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Allowed values of every kind: the ends of its range, the usual one, and some by chance. */
final class OptionValues {
    private static final int BY_CHANCE = 40;
    private static final String LETTERS = "ab\"'\\\n\t\r {}[]:,-+0.é漢\u0001";

    private OptionValues() {}

    static <T> List<T> of(Option<T> option, RandomGenerator random) {
        var values = new ArrayList<T>();
        values.add(option.usual());
        values.addAll(of(option.kind(), random));
        return values;
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> of(Kind<T> kind, RandomGenerator random) {
        return (List<T>)
                switch (kind) {
                    case WholeNumber whole -> wholes(whole, random);
                    case Decimal decimal -> decimals(decimal, random);
                    case Seed _ -> List.of(Seed.RANDOM, 0L, 1L, Integer.MAX_VALUE + 1L, Seed.MOST);
                    case Choice<?> choice -> choice.values();
                    case LayerCount _ ->
                            List.of(
                                    new GpuLayers.Auto(),
                                    new GpuLayers.All(),
                                    new GpuLayers.None(),
                                    new GpuLayers.Count(1),
                                    new GpuLayers.Count(GpuLayers.MOST));
                    case ArgumentLine _ -> List.of("", "--verbose", "-a 'b c' \"d\\\"e\" f\\ g");
                    case TextList list -> texts(list, random);
                    case LogitBiases _ -> List.of(biases(random), List.of());
                    case JsonObject _ -> List.of(Map.of(), object(random));
                };
    }

    private static List<Integer> wholes(WholeNumber kind, RandomGenerator random) {
        var values = new ArrayList<>(List.of(kind.least(), kind.most()));
        kind.automatic().ifPresent(values::add);
        random.ints(BY_CHANCE, kind.least(), kind.most()).forEach(values::add);
        return values;
    }

    private static List<Double> decimals(Decimal kind, RandomGenerator random) {
        var values = new ArrayList<>(List.of(kind.least(), kind.most()));
        random.doubles(BY_CHANCE, kind.least(), kind.most()).forEach(values::add);
        return values;
    }

    private static List<List<String>> texts(TextList kind, RandomGenerator random) {
        var values = new ArrayList<List<String>>();
        values.add(List.of());
        for (int i = 0; i < BY_CHANCE; i++) {
            int size = random.nextInt(1, kind.most() + 1);
            values.add(random.ints(size, 1, 12).mapToObj(length -> text(length, random)).toList());
        }
        return values;
    }

    private static List<LogitBias> biases(RandomGenerator random) {
        var biases = new ArrayList<LogitBias>();
        for (int i = 0; i < BY_CHANCE; i++) {
            LogitBias.Token token =
                    random.nextBoolean()
                            ? new LogitBias.Token.Id(random.nextInt(300_000))
                            : new LogitBias.Token.Text(text(random.nextInt(1, 9), random));
            double bias = random.nextInt(4) == 0 ? LogitBias.NEVER : random.nextDouble(-100, 100);
            biases.add(new LogitBias(token, bias));
        }
        return biases;
    }

    private static Map<String, Object> object(RandomGenerator random) {
        return Map.of(
                text(6, random),
                List.of(1, true, 1L << 40, text(9, random)),
                "nested",
                Map.of("null", java.util.Optional.empty(), "list", List.of()));
    }

    private static String text(int length, RandomGenerator random) {
        var text = new StringBuilder();
        random.ints(length, 0, LETTERS.length()).forEach(at -> text.append(LETTERS.charAt(at)));
        return text.toString();
    }
}
