package dev.paddock.ui.words;

import dev.paddock.option.ArgumentLine;
import dev.paddock.option.CacheType;
import dev.paddock.option.Choice;
import dev.paddock.option.Decimal;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.JsonObject;
import dev.paddock.option.LayerCount;
import dev.paddock.option.LogitBias;
import dev.paddock.option.LogitBiases;
import dev.paddock.option.Option;
import dev.paddock.option.Option.Group;
import dev.paddock.option.Origin;
import dev.paddock.option.Preset;
import dev.paddock.option.Seed;
import dev.paddock.option.TextList;
import dev.paddock.option.WholeNumber;

import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What options, their values and the places they are set in are called. */
public final class OptionWords {
    private static final String FAMILY = "option.";
    private static final String EXAMPLE = "{\"cache_prompt\": false}";

    private final Words words;

    public OptionWords(Words words) {
        this.words = words;
    }

    public String label(Option<?> option) {
        return words.of(FAMILY + option.key());
    }

    /** What it is good for, in a sentence or two. */
    public String help(Option<?> option) {
        String key = FAMILY + option.key() + ".help";
        return option.kind() instanceof JsonObject ? words.of(key, EXAMPLE) : words.of(key);
    }

    /** The help, and what the option is called outside the window. */
    public String details(Option<?> option) {
        String flags = String.join(", ", option.spelling().flags());
        return option.field()
                .map(field -> words.of("options.details.field", help(option), flags, field))
                .orElseGet(() -> words.of("options.details", help(option), flags));
    }

    public String group(Group group) {
        return words.of("options.group." + group.name());
    }

    public String preset(Preset.Standard preset) {
        return words.of("options.preset." + preset.name());
    }

    /** Where a value in force comes from. */
    public String origin(Origin origin) {
        return words.of("options.origin." + origin.name());
    }

    /** What that means for who sets a value at {@code level}. */
    public String originHelp(Origin origin, Origin level) {
        boolean stronger = origin.compareTo(level) < 0;
        return words.of("options.origin." + origin.name() + (stronger ? ".wins" : ".help"));
    }

    /** A value in force, and where it comes from. */
    public <T> String holds(Origin origin, Option<T> option, T value) {
        return words.of("options.origin.holds", origin(origin), value(option, value));
    }

    /** A value on one line. */
    public <T> String value(Option<T> option, T value) {
        String text =
                words.typedNumbers()
                        .local(option.kind(), option.format(value))
                        .lines()
                        .reduce((before, next) -> words.of("options.next", before, next))
                        .orElse("");
        if (text.isEmpty()) {
            return words.of("options.nothing");
        }
        return option.kind() instanceof Choice<?> || option.kind() instanceof LayerCount
                ? choice(option, text)
                : text;
    }

    /** One of the values there are to choose from, by its spelling. */
    public String choice(Option<?> option, String spelling) {
        return switch (option.kind()) {
            case Choice<?>(var type) when named(type) ->
                    words.of("options." + type.getSimpleName() + "." + constant(type, spelling));
            case LayerCount _ when !spelling.chars().allMatch(Character::isDigit) ->
                    words.of("options.layers." + spelling);
            default -> spelling;
        };
    }

    /** Cache types are known by their spelling. */
    private static boolean named(Class<?> type) {
        return !type.equals(CacheType.class);
    }

    private static String constant(Class<? extends Enum<?>> type, String spelling) {
        return Stream.of(type.getEnumConstants())
                .filter(each -> ((Choice.Spelled) each).spelling().equals(spelling))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The values that are allowed, to stand beside the field; empty where there is no range. */
    public String range(Option<?> option) {
        return switch (option.kind()) {
            case WholeNumber(int least, int most, var auto) ->
                    words.of(
                            "options.range." + unit(option, auto.isPresent()),
                            whole(option, least),
                            whole(option, most));
            case Decimal(double least, double most) ->
                    words.of("options.range.NONE", plain(least), plain(most));
            case Seed() ->
                    words.of("options.range.NONE.auto", "0", words.figures().count(Seed.MOST));
            case TextList(int most) -> words.of("options.range.lines", most);
            case LogitBiases _ -> words.of("options.range.biases");
            case JsonObject _ -> words.of("options.range.json");
            case ArgumentLine _, Choice<?> _, LayerCount _ -> "";
        };
    }

    /** What is wrong with {@code given}, with the range and the unit. */
    public String wrong(Option<?> option, String given) {
        return switch (option.kind()) {
            case WholeNumber(int least, int most, var auto) ->
                    words.of(
                            "options.wrong.whole." + unit(option, auto.isPresent()),
                            whole(option, least),
                            whole(option, most));
            case Decimal(double least, double most) ->
                    words.of("options.wrong.decimal", plain(least), plain(most));
            case Seed() ->
                    words.of(
                            "options.wrong.whole.NONE.auto", "0", words.figures().count(Seed.MOST));
            case LayerCount _ ->
                    words.of("options.wrong.layers", "1", words.figures().count(GpuLayers.MOST));
            case ArgumentLine _ -> words.of("options.wrong.arguments");
            case TextList(int most) -> words.of("options.wrong.lines", most);
            case LogitBiases kind -> bias(kind, given);
            case JsonObject kind -> json(kind, given);
            case Choice<?> kind -> words.of("options.wrong.choice", spellings(kind));
        };
    }

    private static String spellings(Choice<?> kind) {
        return kind.values().stream()
                .map(Choice.Spelled::spelling)
                .collect(Collectors.joining(", "));
    }

    private String bias(LogitBiases kind, String given) {
        var lines = given.lines().toList();
        int line = 0;
        while (line < lines.size() - 1 && kind.parse(lines.get(line)).isPresent()) {
            line++;
        }
        String most = plain(LogitBias.MOST);
        return words.of("options.wrong.bias", words.figures().count(line + 1), "-" + most, most);
    }

    private String json(JsonObject kind, String given) {
        var at = kind.brokenAt(given);
        if (at.isEmpty()) {
            return kind.reservedIn(given)
                    .map(name -> words.of("options.wrong.json.reserved", name))
                    .orElseGet(() -> words.of("options.wrong.object"));
        }
        String before = given.substring(0, at.getAsInt());
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        var doubled = kind.doubledIn(given);
        if (doubled.isPresent()) {
            return words.of(
                    "options.wrong.json.doubled",
                    words.figures().count(line),
                    words.figures().count(column),
                    doubled.get());
        }
        return before.length() == given.length()
                ? words.of(
                        "options.wrong.json.end",
                        words.figures().count(line),
                        words.figures().count(column))
                : words.of(
                        "options.wrong.json",
                        words.figures().count(line),
                        words.figures().count(column),
                        given.substring(at.getAsInt(), given.offsetByCodePoints(at.getAsInt(), 1)));
    }

    private static String unit(Option<?> option, boolean automatic) {
        return option.unit().name() + (automatic ? ".auto" : "");
    }

    /** Nobody writes a port in groups. */
    private String whole(Option<?> option, int number) {
        return option.equals(EngineOptions.PORT)
                ? Integer.toString(number)
                : words.figures().count(number);
    }

    private String plain(double number) {
        String text = BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        return words.typedNumbers().local(new Decimal(number, number), text);
    }
}
