package dev.paddock.option;

import static dev.paddock.option.Option.Group.MIROSTAT;
import static dev.paddock.option.Option.Group.OUTPUT;
import static dev.paddock.option.Option.Group.RANDOMNESS;
import static dev.paddock.option.Option.Group.REPETITION;
import static dev.paddock.option.Option.Group.REQUEST;
import static dev.paddock.option.Option.Group.SELECTION;
import static dev.paddock.option.Option.Level.ADVANCED;
import static dev.paddock.option.Option.Unit.NONE;
import static dev.paddock.option.Option.Unit.SECONDS;
import static dev.paddock.option.Option.Unit.TOKENS;
import static dev.paddock.option.Spelling.field;

import dev.paddock.option.Option.Group;
import dev.paddock.option.Option.Unit;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be set for an answer. The usual values are the engine's own, so that leaving an option
 * out of a request and sending its usual value mean the same.
 */
public final class SamplingOptions {
    private static final int MOST_TOKENS = 1_000_000;

    /** 0 always takes the likeliest token. */
    public static final Option<Double> TEMPERATURE =
            decimal(
                            "temperature",
                            0,
                            2,
                            0.8,
                            field("temperature", "--temp", "--temperature"),
                            RANDOMNESS)
                    .basic();

    /** Lets the temperature move so far up and down with how sure the model is; 0 is off. */
    public static final Option<Double> DYNAMIC_TEMPERATURE_RANGE =
            decimal(
                    "dynamicTemperatureRange",
                    0,
                    2,
                    0,
                    field("dynatemp_range", "--dynatemp-range"),
                    RANDOMNESS);

    public static final Option<Double> DYNAMIC_TEMPERATURE_EXPONENT =
            decimal(
                    "dynamicTemperatureExponent",
                    0,
                    10,
                    1,
                    field("dynatemp_exponent", "--dynatemp-exp"),
                    RANDOMNESS);

    public static final Option<Long> SEED =
            other("seed", new Seed(), Seed.RANDOM, field("seed", "--seed", "-s"), RANDOMNESS);

    /** 0 is off. */
    public static final Option<Integer> TOP_K =
            whole(
                            "topK",
                            WholeNumber.between(0, 1_000_000),
                            40,
                            NONE,
                            field("top_k", "--top-k"),
                            SELECTION)
                    .basic();

    /** 1 is off. */
    public static final Option<Double> TOP_P =
            decimal("topP", 0, 1, 0.95, field("top_p", "--top-p"), SELECTION).basic();

    /** 0 is off. */
    public static final Option<Double> MIN_P =
            decimal("minP", 0, 1, 0.05, field("min_p", "--min-p"), SELECTION);

    /** 1 is off. */
    public static final Option<Double> TYPICAL_P =
            decimal("typicalP", 0, 1, 1, field("typical_p", "--typical-p", "--typical"), SELECTION);

    /** 0 is off. */
    public static final Option<Double> XTC_PROBABILITY =
            decimal(
                    "xtcProbability",
                    0,
                    1,
                    0,
                    field("xtc_probability", "--xtc-probability"),
                    SELECTION);

    public static final Option<Double> XTC_THRESHOLD =
            decimal(
                    "xtcThreshold",
                    0,
                    1,
                    0.1,
                    field("xtc_threshold", "--xtc-threshold"),
                    SELECTION);

    public static final Option<List<LogitBias>> LOGIT_BIAS =
            other(
                    "logitBias",
                    new LogitBiases(),
                    List.of(),
                    field("logit_bias", "--logit-bias", "-l"),
                    SELECTION);

    /** 1 is off. */
    public static final Option<Double> REPEAT_PENALTY =
            decimal(
                            "repeatPenalty",
                            0,
                            2,
                            1,
                            field("repeat_penalty", "--repeat-penalty"),
                            REPETITION)
                    .basic();

    /** So many of the last tokens the three penalties look at; 0 is off. */
    public static final Option<Integer> REPEAT_LAST_N =
            whole(
                    "repeatLastN",
                    WholeNumber.between(0, MOST_TOKENS),
                    64,
                    TOKENS,
                    field("repeat_last_n", "--repeat-last-n"),
                    REPETITION);

    public static final Option<Double> PRESENCE_PENALTY =
            decimal(
                    "presencePenalty",
                    -2,
                    2,
                    0,
                    field("presence_penalty", "--presence-penalty"),
                    REPETITION);

    public static final Option<Double> FREQUENCY_PENALTY =
            decimal(
                    "frequencyPenalty",
                    -2,
                    2,
                    0,
                    field("frequency_penalty", "--frequency-penalty"),
                    REPETITION);

    /** Makes repeated sequences less likely; 0 is off. */
    public static final Option<Double> DRY_MULTIPLIER =
            decimal(
                    "dryMultiplier",
                    0,
                    10,
                    0,
                    field("dry_multiplier", "--dry-multiplier"),
                    REPETITION);

    public static final Option<Double> DRY_BASE =
            decimal("dryBase", 1, 10, 1.75, field("dry_base", "--dry-base"), REPETITION);

    public static final Option<Integer> DRY_ALLOWED_LENGTH =
            whole(
                    "dryAllowedLength",
                    WholeNumber.between(1, 1000),
                    2,
                    TOKENS,
                    field("dry_allowed_length", "--dry-allowed-length"),
                    REPETITION);

    public static final Option<Integer> DRY_PENALTY_LAST_N =
            whole(
                    "dryPenaltyLastN",
                    WholeNumber.between(0, MOST_TOKENS),
                    64,
                    TOKENS,
                    field("dry_penalty_last_n", "--dry-penalty-last-n"),
                    REPETITION);

    public static final Option<List<String>> DRY_SEQUENCE_BREAKERS =
            other(
                    "drySequenceBreakers",
                    new TextList(32),
                    List.of("\n", ":", "\"", "*"),
                    field("dry_sequence_breakers", "--dry-sequence-breaker"),
                    REPETITION);

    /** 0 is off, 1 and 2 are its versions; they take no notice of top-k, top-p and typical-p. */
    public static final Option<Integer> MIROSTAT_VERSION =
            whole(
                    "mirostat",
                    WholeNumber.between(0, 2),
                    0,
                    NONE,
                    field("mirostat", "--mirostat"),
                    MIROSTAT);

    /** The surprise it aims at. */
    public static final Option<Double> MIROSTAT_TAU =
            decimal("mirostatTau", 0, 10, 5, field("mirostat_tau", "--mirostat-ent"), MIROSTAT);

    /** How fast it learns. */
    public static final Option<Double> MIROSTAT_ETA =
            decimal("mirostatEta", 0, 1, 0.1, field("mirostat_eta", "--mirostat-lr"), MIROSTAT);

    /** Of one answer; automatic is as many as the context holds. */
    public static final Option<Integer> MAX_TOKENS =
            whole(
                            "maxTokens",
                            WholeNumber.between(1, MOST_TOKENS).orAutomatic(-1),
                            -1,
                            TOKENS,
                            field("max_tokens", "--predict", "-n", "--n-predict", "--max-tokens"),
                            OUTPUT)
                    .basic();

    /** Of a whole answer, its wait for a slot included, in seconds; 0 is none. */
    public static final Option<Integer> TIME_LIMIT =
            whole(
                    "timeLimit",
                    WholeNumber.between(0, 86_400),
                    0,
                    SECONDS,
                    Spelling.flags("--time-limit"),
                    OUTPUT);

    /** An answer ends before the first of these. */
    public static final Option<List<String>> STOP_SEQUENCES =
            other("stopSequences", new TextList(16), List.of(), field("stop", "--stop"), OUTPUT);

    /** Fields of a request without which no answer could be read. */
    public static final Set<String> FIELDS_OF_OURS = Set.of("messages", "stream");

    /** More members of the request for those who know them; they win over all others. */
    public static final Option<Map<String, Object>> EXTRA_FIELDS =
            other(
                    "extraFields",
                    new JsonObject(FIELDS_OF_OURS),
                    Map.of(),
                    Spelling.flags("--extra-fields"),
                    REQUEST);

    public static final Catalogue CATALOGUE =
            new Catalogue(
                    List.of(
                            TEMPERATURE,
                            DYNAMIC_TEMPERATURE_RANGE,
                            DYNAMIC_TEMPERATURE_EXPONENT,
                            SEED,
                            TOP_K,
                            TOP_P,
                            MIN_P,
                            TYPICAL_P,
                            XTC_PROBABILITY,
                            XTC_THRESHOLD,
                            LOGIT_BIAS,
                            REPEAT_PENALTY,
                            REPEAT_LAST_N,
                            PRESENCE_PENALTY,
                            FREQUENCY_PENALTY,
                            DRY_MULTIPLIER,
                            DRY_BASE,
                            DRY_ALLOWED_LENGTH,
                            DRY_PENALTY_LAST_N,
                            DRY_SEQUENCE_BREAKERS,
                            MIROSTAT_VERSION,
                            MIROSTAT_TAU,
                            MIROSTAT_ETA,
                            MAX_TOKENS,
                            TIME_LIMIT,
                            STOP_SEQUENCES,
                            EXTRA_FIELDS));

    private SamplingOptions() {}

    private static Option<Double> decimal(
            String key, double least, double most, double usual, Spelling spelling, Group group) {
        return new Option<>(key, new Decimal(least, most), usual, NONE, spelling, group, ADVANCED);
    }

    private static <T> Option<T> other(
            String key, Kind<T> kind, T usual, Spelling spelling, Group group) {
        return new Option<>(key, kind, usual, NONE, spelling, group, ADVANCED);
    }

    private static Option<Integer> whole(
            String key, WholeNumber kind, int usual, Unit unit, Spelling spelling, Group group) {
        return new Option<>(key, kind, usual, unit, spelling, group, ADVANCED);
    }
}
