package dev.paddock.app.cli;

import dev.paddock.option.ArgumentLine;
import dev.paddock.option.Catalogue;
import dev.paddock.option.Choice;
import dev.paddock.option.Decimal;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.JsonObject;
import dev.paddock.option.Kind;
import dev.paddock.option.LayerCount;
import dev.paddock.option.LogitBiases;
import dev.paddock.option.Option;
import dev.paddock.option.SamplingOptions;
import dev.paddock.option.Seed;
import dev.paddock.option.TextList;
import dev.paddock.option.WholeNumber;
import dev.paddock.ui.words.OptionWords;
import dev.paddock.ui.words.Words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code --help} prints: every flag there is, from where each is defined. */
public final class Help {
    private static final int COLUMN = 30;

    private final Words words;
    private final OptionWords options;

    public Help(Words words) {
        this.words = words;
        options = new OptionWords(words);
    }

    public String text() {
        var lines = new ArrayList<String>();
        lines.add(words.of("cli.help.about"));
        lines.add("");
        lines.add(words.of("cli.help.usage"));
        for (var each : Subcommand.values()) {
            String usage = "  paddock " + each.word() + " " + each.argument();
            lines.add(row(usage, words.of("cli.help." + each.name())));
        }
        lines.add("");
        lines.add(words.of("cli.help.app"));
        for (var flag : AppFlag.values()) {
            String value = flag.takesValue() ? " " + flag.value() : "";
            String spellings = String.join(", ", flag.spellings());
            lines.add(row("  " + spellings + value, words.of("cli.help." + flag.name())));
        }
        lines.addAll(section("cli.help.engine", EngineOptions.CATALOGUE));
        lines.addAll(section("cli.help.sampling", SamplingOptions.CATALOGUE));
        lines.add("");
        lines.add(words.of("cli.help.precedence"));
        return String.join("\n", lines);
    }

    private List<String> section(String title, Catalogue catalogue) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(words.of(title));
        catalogue.options().forEach(option -> lines.add(row(option)));
        return lines;
    }

    private <T> String row(Option<T> option) {
        String flags = String.join(", ", option.spelling().flags().stream().limit(2).toList());
        String name = options.label(option);
        String usual =
                words.typedNumbers()
                        .local(option.kind(), option.format(option.usual()))
                        .lines()
                        .collect(Collectors.joining(" "));
        String values = values(option.kind());
        return row(
                "  " + flags + " " + placeholder(option.kind()),
                usual.isEmpty()
                        ? words.of("cli.help.option", name, values)
                        : words.of("cli.help.option.usual", name, values, usual));
    }

    private static String row(String left, String right) {
        String gap = left.length() < COLUMN ? " ".repeat(COLUMN - left.length()) : "  ";
        return left + gap + right;
    }

    private static String placeholder(Kind<?> kind) {
        return switch (kind) {
            case WholeNumber _, Decimal _, Seed _, LayerCount _ -> "N";
            case Choice<?> _ -> "NAME";
            case ArgumentLine _, TextList _, LogitBiases _ -> "TEXT";
            case JsonObject _ -> "JSON";
        };
    }

    private String values(Kind<?> kind) {
        return switch (kind) {
            case WholeNumber(int least, int most, var auto) ->
                    words.of(
                            auto.isPresent() ? "cli.help.range.auto" : "cli.help.range",
                            Integer.toString(least),
                            Integer.toString(most));
            case Decimal(double least, double most) -> words.of("cli.help.range", least, most);
            case Seed _ -> words.of("cli.help.range.auto", "0", Long.toString(Seed.MOST));
            case Choice<?> choice -> spellings(choice);
            case LayerCount _ -> words.of("cli.help.layers");
            case ArgumentLine _ -> words.of("cli.help.arguments");
            case TextList _ -> words.of("cli.help.lines");
            case LogitBiases _ -> words.of("cli.help.biases");
            case JsonObject _ -> words.of("cli.help.json");
        };
    }

    private static <E extends Enum<E> & Choice.Spelled> String spellings(Choice<E> choice) {
        return choice.values().stream()
                .map(Choice.Spelled::spelling)
                .collect(Collectors.joining(", "));
    }
}
