package dev.paddock.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is searched for.
 *
 * @param words each to be found, anywhere within a word; one that was quoted holds spaces
 * @param in each a part of the title of the conversation
 * @param models each a part of the name of the model that answered
 * @param before when the message was written, exclusive
 * @param after when it was written, inclusive
 * @param has what the message must hold
 */
public record SearchQuery(
        List<String> words,
        List<String> in,
        List<String> models,
        Optional<Instant> before,
        Optional<Instant> after,
        Set<Has> has) {
    private static final int LONGEST = 200;
    private static final Pattern TOKEN =
            Pattern.compile("(?:(\\p{Alpha}+):)?(?:\"([^\"]*)\"?|(\\S+))|(\\p{Alpha}+:)(?=\\s|$)");

    /** What can be asked of a message with {@code has:}. */
    public enum Has {
        ATTACHMENT,
        CODE,
        REASONING
    }

    public SearchQuery {
        words = List.copyOf(words);
        in = List.copyOf(in);
        models = List.copyOf(models);
        has = Set.copyOf(has);
    }

    /**
     * Reads what a person typed: words, {@code "quoted words"} and the prefixes {@code in: model:
     * before: after: has:}. A prefix with a value that it cannot have is a word like any other.
     *
     * @param zone whose days dates mean
     */
    public static SearchQuery parse(String text, ZoneId zone) {
        var reader = new Reader(zone);
        var tokens = TOKEN.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        while (tokens.find()) {
            var value =
                    Optional.ofNullable(tokens.group(2))
                            .or(() -> Optional.ofNullable(tokens.group(3)));
            reader.take(
                    Optional.ofNullable(tokens.group(1)).map(it -> it.toLowerCase(Locale.ROOT)),
                    value.map(String::strip).orElse(""),
                    tokens.group());
        }
        return reader.query();
    }

    /** Whether it asks for nothing, so that all conversations are meant. */
    public boolean isEmpty() {
        return words.isEmpty() && !isFiltered();
    }

    /** Whether something is asked of messages beside their words. */
    public boolean isFiltered() {
        return !in.isEmpty()
                || !models.isEmpty()
                || before.isPresent()
                || after.isPresent()
                || !has.isEmpty();
    }

    /** Puts the tokens in their places. */
    private static final class Reader {
        private final ZoneId zone;
        private final List<String> words = new ArrayList<>();
        private final List<String> in = new ArrayList<>();
        private final List<String> models = new ArrayList<>();
        private Optional<Instant> before = Optional.empty();
        private Optional<Instant> after = Optional.empty();
        private final Set<Has> has = EnumSet.noneOf(Has.class);

        Reader(ZoneId zone) {
            this.zone = zone;
        }

        void take(Optional<String> prefix, String value, String whole) {
            boolean known = prefix.isPresent() && !value.isEmpty() && take(prefix.get(), value);
            var word = prefix.isPresent() ? whole.replace("\"", "").strip() : value;
            if (!known && !word.isEmpty() && !isUnfinished(prefix, value)) {
                words.add(word);
            }
        }

        /** While a prefix is being typed it must not hide what the words before it find. */
        private static boolean isUnfinished(Optional<String> prefix, String value) {
            return prefix.filter(it -> Set.of("before", "after", "has").contains(it)).isPresent()
                            && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-')
                    || prefix.isEmpty()
                            && Set.of("in:", "model:", "before:", "after:", "has:").contains(value);
        }

        private boolean take(String prefix, String value) {
            return switch (prefix) {
                case "in" -> in.add(value);
                case "model" -> models.add(value);
                case "before" -> {
                    var day = day(value);
                    before = day.or(() -> before);
                    yield day.isPresent();
                }
                case "after" -> {
                    var day = day(value);
                    after = day.or(() -> after);
                    yield day.isPresent();
                }
                case "has" -> {
                    var what = what(value);
                    what.ifPresent(has::add);
                    yield what.isPresent();
                }
                default -> false;
            };
        }

        private static Optional<Has> what(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "attachment", "attachments", "file", "files" -> Optional.of(Has.ATTACHMENT);
                case "code" -> Optional.of(Has.CODE);
                case "reasoning" -> Optional.of(Has.REASONING);
                default -> Optional.empty();
            };
        }

        /** The beginning of a day, a month or a year. */
        private Optional<Instant> day(String value) {
            try {
                var day =
                        switch (value.length()) {
                            case 4 -> Year.parse(value).atDay(1);
                            case 7 -> YearMonth.parse(value).atDay(1);
                            default -> LocalDate.parse(value);
                        };
                return Optional.of(day.atStartOfDay(zone).toInstant());
            } catch (DateTimeParseException noDay) {
                return Optional.empty();
            }
        }

        SearchQuery query() {
            return new SearchQuery(words, in, models, before, after, has);
        }
    }
}
