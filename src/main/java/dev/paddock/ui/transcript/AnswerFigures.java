package dev.paddock.ui.transcript;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.MessageStatus;
import dev.paddock.chat.Outcome;
import dev.paddock.ui.words.Words;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The end of an answer in words: a short line, and all that is known. */
final class AnswerFigures {
    private static final double SECOND = 1_000;
    private static final long TEN_SECONDS = 10_000;
    private static final String BETWEEN = "  ·  ";

    private final Words words;

    AnswerFigures(Words words) {
        this.words = words;
    }

    /**
     * One line: the figures, or what else is known of it. Then shorter ones, each without the last
     * figure of the one before.
     */
    List<String> lines(Row.Footer footer) {
        return footer.outcome()
                .statistics()
                .map(this::shorterAndShorter)
                .or(() -> edited(footer))
                .or(() -> footer.model().map(List::of))
                .orElseGet(() -> List.of(end(footer.outcome())));
    }

    private Optional<List<String>> edited(Row.Footer footer) {
        return footer.edited() ? Optional.of(List.of(words.of("chat.edited"))) : Optional.empty();
    }

    private List<String> shorterAndShorter(AnswerStatistics it) {
        var figures = figures(it);
        return IntStream.range(0, figures.size())
                .mapToObj(gone -> figures.subList(0, figures.size() - gone))
                .map(left -> String.join(BETWEEN, left))
                .toList();
    }

    /** Some lines: who answered when, why it ended, and every figure. */
    String all(Row.Footer footer) {
        var lines = new ArrayList<String>();
        footer.model().ifPresent(model -> lines.add(words.of("chat.details.model", model)));
        String when = footer.edited() ? "chat.details.edited" : "chat.details.asked";
        lines.add(words.of(when, Date.from(footer.asked())));
        if (!footer.edited()) {
            lines.add(end(footer.outcome()));
        }
        footer.outcome().statistics().ifPresent(it -> lines.addAll(lines(it)));
        return String.join("\n", lines);
    }

    /** What is not known has no place in it: the speed of one token, the first of none. */
    private List<String> figures(AnswerStatistics it) {
        var figures = new ArrayList<String>();
        if (it.hasSpeed()) {
            figures.add(words.of("chat.figure.speed", speed(it.tokensPerSecond())));
        }
        if (it.completionTokens() > 0) {
            figures.add(words.of("chat.figure.tokens", it.completionTokens()));
            figures.add(words.of("chat.figure.first", seconds(it.firstTokenMillis())));
        } else {
            figures.add(words.of("chat.figure.none"));
        }
        figures.add(words.of("chat.figure.total", seconds(it.totalMillis())));
        if (it.promptTokens() > 0) {
            figures.add(words.of("chat.figure.prompt", it.promptTokens()));
        }
        return figures;
    }

    private List<String> lines(AnswerStatistics it) {
        var lines = new ArrayList<String>();
        if (it.promptTokens() > 0) {
            lines.add(words.of("chat.details.prompt", it.promptTokens(), it.cachedTokens()));
        }
        if (it.promptTokensPerSecond() > 0) {
            lines.add(words.of("chat.details.reading", speed(it.promptTokensPerSecond())));
        }
        lines.add(words.of("chat.details.answer", it.completionTokens()));
        if (it.hasSpeed()) {
            lines.add(words.of("chat.details.writing", speed(it.tokensPerSecond())));
        } else if (it.completionTokens() > 1) {
            lines.add(words.of("chat.details.untimed"));
        }
        lines.add(words.of("chat.details.total", it.totalTokens(), seconds(it.totalMillis())));
        if (it.completionTokens() > 0) {
            lines.add(words.of("chat.details.first", seconds(it.firstTokenMillis())));
        }
        return lines;
    }

    private String end(Outcome outcome) {
        return words.of("chat.details.end", words.of("chat.end." + reason(outcome)));
    }

    private static String reason(Outcome outcome) {
        return outcome.reason()
                .map(FinishReason::name)
                .orElseGet(
                        () ->
                                timedOut(outcome.failure())
                                        ? "TIME_LIMIT"
                                        : withoutReason(outcome.status()));
    }

    private static boolean timedOut(Optional<ChatFailure> failure) {
        return failure.filter(ChatFailure.TimeLimit.class::isInstance).isPresent();
    }

    /** Of answers from before reasons were kept, too. */
    private static String withoutReason(MessageStatus status) {
        return switch (status) {
            case STREAMING, COMPLETE -> FinishReason.STOP.name();
            case CUT_OFF -> FinishReason.LENGTH.name();
            case STOPPED -> "STOPPED";
            case INTERRUPTED, FAILED -> "BROKEN";
        };
    }

    private String speed(double perSecond) {
        return words.figures().speed(perSecond);
    }

    /** Two decimals below ten seconds, one above. */
    private String seconds(long millis) {
        return millis < TEN_SECONDS
                ? words.figures().hundredths(millis / SECOND)
                : words.figures().tenths(millis / SECOND);
    }
}
