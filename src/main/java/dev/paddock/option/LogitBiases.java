package dev.paddock.option;

import dev.paddock.option.LogitBias.Token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Biases of several tokens. As text one a line: a token's number or a text in double quotes, then
 * the bias or {@code never}, as in {@code 15043 +1.5} and {@code " Hello" never}; the engine's
 * {@code 15043+1.5} is read too. As JSON the pairs of a request, where {@code false} means never.
 */
public record LogitBiases() implements Kind<List<LogitBias>> {
    private static final String NEVER = "never";
    private static final Pattern WEIGHT = Pattern.compile("\\s[^\\s\"]+$|(?<=\\d)[-+][^\\s\"]+$");
    private static final Pattern ID = Pattern.compile("\\d{1,9}");

    @Override
    public Optional<List<LogitBias>> parse(String text) {
        var biases = new ArrayList<LogitBias>();
        for (String line : text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var bias = one(line);
            if (bias.isEmpty()) {
                return Optional.empty();
            }
            biases.add(bias.get());
        }
        return Optional.of(List.copyOf(biases)).filter(this::allows);
    }

    private static Optional<LogitBias> one(String line) {
        var found = WEIGHT.matcher(line);
        if (!found.find()) {
            return Optional.empty();
        }
        String weight = found.group().strip();
        Optional<Double> bias =
                weight.equals(NEVER) || weight.equals("false")
                        ? Optional.of(LogitBias.NEVER)
                        : Numbers.decimal(weight);
        return token(line.substring(0, found.start()).strip())
                .flatMap(token -> bias.map(b -> new LogitBias(token, b)));
    }

    private static Optional<Token> token(String text) {
        if (ID.matcher(text).matches()) {
            return Optional.of(new Token.Id(Integer.parseInt(text)));
        }
        return JsonText.parse(text)
                .flatMap(
                        json ->
                                json instanceof String quoted
                                        ? Optional.of(new Token.Text(quoted))
                                        : Optional.empty());
    }

    @Override
    public String format(List<LogitBias> value) {
        return value.stream().map(LogitBiases::line).collect(Collectors.joining("\n"));
    }

    private static String line(LogitBias one) {
        String weight = one.bias() == LogitBias.NEVER ? NEVER : Numbers.text(one.bias());
        return switch (one.token()) {
            case Token.Id(int number) -> number + " " + weight;
            case Token.Text(String text) -> JsonText.write(text) + " " + weight;
        };
    }

    @Override
    public Optional<List<LogitBias>> fromJson(Object json) {
        if (!(json instanceof List<?> pairs)) {
            return Optional.empty();
        }
        var biases = new ArrayList<LogitBias>();
        for (Object pair : pairs) {
            var bias = pair(pair);
            if (bias.isEmpty()) {
                return Optional.empty();
            }
            biases.add(bias.get());
        }
        return Optional.of(List.copyOf(biases)).filter(this::allows);
    }

    private static Optional<LogitBias> pair(Object json) {
        if (!(json instanceof List<?> pair) || pair.size() != 2) {
            return Optional.empty();
        }
        Optional<Token> token =
                switch (pair.getFirst()) {
                    case Integer number -> Optional.of(new Token.Id(number));
                    case String text -> Optional.of(new Token.Text(text));
                    default -> Optional.empty();
                };
        Optional<Double> bias =
                switch (pair.getLast()) {
                    case Number number -> Optional.of(number.doubleValue());
                    case Boolean wanted when !wanted -> Optional.of(LogitBias.NEVER);
                    default -> Optional.empty();
                };
        return token.flatMap(t -> bias.map(b -> new LogitBias(t, b)));
    }

    @Override
    public Object toJson(List<LogitBias> value) {
        return value.stream().map(LogitBiases::pair).toList();
    }

    private static List<Object> pair(LogitBias one) {
        Object weight = one.bias() == LogitBias.NEVER ? (Object) false : (Object) one.bias();
        return switch (one.token()) {
            case Token.Id(int number) -> List.of(number, weight);
            case Token.Text(String text) -> List.of(text, weight);
        };
    }

    @Override
    public boolean allows(List<LogitBias> value) {
        return value.stream().allMatch(LogitBias::allowed);
    }
}
