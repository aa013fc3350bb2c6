package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.AnswerWait;
import dev.paddock.chat.ChatEvent.PromptProgress;
import dev.paddock.chat.ConversationTree.Fork;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.ui.chat.Samples;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class TranscriptTest {
    private final Transcript transcript = new Transcript();
    private final List<Row> mirror = new ArrayList<>();
    private final List<Integer> changedFrom = new ArrayList<>();

    private static final AnswerWait READING =
            new AnswerWait(0, Optional.of(new PromptProgress(50, 100, 0, 5)));

    TranscriptTest() {
        transcript.onChange(
                (from, removed, added) -> {
                    changedFrom.add(from);
                    mirror.subList(from, from + removed).clear();
                    mirror.addAll(from, transcript.rows().subList(from, from + added));
                });
    }

    @Test
    void aGrowingAnswerChangesOnlyRowsAtTheEnd() {
        var messages = new ArrayList<>(Samples.many(100));
        var question = Samples.question("more?");
        var answer = Samples.answering(question);
        messages.addAll(List.of(question, answer));
        transcript.show(new Transcript.Prepared(messages));
        var before = List.copyOf(transcript.rows());
        changedFrom.clear();

        for (int end = 0; end <= Samples.RICH.length(); end += 7) {
            transcript.grow(Samples.RICH.substring(0, end), "", AnswerWait.UNTOLD);
        }

        assertEquals(
                before.subList(0, before.size() - 1),
                transcript.rows().subList(0, before.size() - 1));
        assertTrue(changedFrom.stream().allMatch(from -> from >= before.size() - 1));
        assertEquals(transcript.rows(), mirror);
    }

    @Test
    void whatHasGrownIsWhatIsReadAtOnce() {
        var random = new Random(7);
        var question = Samples.question("?");
        var answer = Samples.answering(question);
        transcript.show(new Transcript.Prepared(List.of(question, answer)));
        String reasoning = "First this.\n\nThen that.";
        for (int end = 1; end <= reasoning.length(); end += 3) {
            transcript.grow("", reasoning.substring(0, end), AnswerWait.UNTOLD);
        }
        for (int end = 0; end < Samples.RICH.length(); end += 1 + random.nextInt(9)) {
            transcript.grow(Samples.RICH.substring(0, end), reasoning, AnswerWait.UNTOLD);
        }
        var ended =
                answer.received(Samples.RICH, reasoning)
                        .ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
        transcript.update(List.of(question, ended));

        var fresh = new Transcript();
        fresh.show(new Transcript.Prepared(List.of(question, ended)));
        assertEquals(fresh.rows(), transcript.rows());
        assertEquals(transcript.rows(), mirror);
    }

    @Test
    void waitingShowsHowFarThePromptIsRead() {
        var question = Samples.question("?");
        var answer = Samples.answering(question);
        transcript.show(new Transcript.Prepared(List.of(question, answer)));
        transcript.grow("", "", READING);
        assertEquals(new Row.Waiting(answer.id(), READING), transcript.rows().getLast());
        transcript.grow("Yes", "", AnswerWait.UNTOLD);
        assertFalse(transcript.rows().stream().anyMatch(Row.Waiting.class::isInstance));
    }

    @Test
    void reasoningIsFoldedUntilAskedFor() {
        var question = Samples.question("?");
        var answer = Samples.answer(question, "Yes.", "Because\nof this.");
        transcript.show(new Transcript.Prepared(List.of(question, answer)));
        int folded = transcript.rows().size();
        assertFalse(
                transcript.rows().stream().map(RowText::of).anyMatch("Because\nof this."::equals));

        transcript.toggleThoughts(answer.id());
        assertEquals(folded + 1, transcript.rows().size());
        transcript.toggleThoughts(answer.id());
        assertEquals(folded, transcript.rows().size());
        assertEquals(transcript.rows(), mirror);
    }

    @Test
    void onlyWhatCanBeDoneWithTheLastAnswerIsAlwaysInSight() {
        var first = Samples.question("1");
        var second = Samples.question("2");
        var one = Samples.answer(first, "One.", "");
        transcript.show(new Transcript.Prepared(List.of(first, one)));
        assertTrue(((Row.Footer) transcript.rows().getLast()).last());

        transcript.update(List.of(first, one, second, Samples.answering(second)));
        assertTrue(
                transcript.rows().stream()
                        .filter(Row.Footer.class::isInstance)
                        .noneMatch(row -> ((Row.Footer) row).last()));
        assertEquals(transcript.rows(), mirror);
    }

    @Test
    void brokenAnswersKeepTheirTextAndSayWhy() {
        var question = Samples.question("?");
        var broken = Samples.broken(question, "Half", MessageStatus.INTERRUPTED);
        transcript.show(new Transcript.Prepared(List.of(question, broken)));
        assertEquals(
                List.of(Row.Question.class, Row.Answer.class, Row.Notice.class, Row.Footer.class),
                transcript.rows().stream().map(Object::getClass).toList());
    }

    @Test
    void anotherAnswerTakesThePlaceOfTheOld() {
        var question = Samples.question("?");
        var old = Samples.answer(question, "Old.", "");
        var fresh = Samples.answering(question);
        transcript.show(new Transcript.Prepared(List.of(question, old)));
        transcript.update(List.of(question, fresh));
        assertEquals(Optional.of(""), transcript.textOf(fresh.id()));
        assertEquals(Optional.empty(), transcript.textOf(old.id()));
        assertEquals(transcript.rows(), mirror);
    }

    @Test
    void answersSayWhereTheyStandAmongTheirSiblings() {
        var question = Samples.question("?");
        var answer = Samples.answer(question, "One.", "");
        transcript.show(new Transcript.Prepared(List.of(question, answer)));
        var fork = new Fork(2, 3);
        transcript.forks(Map.of(answer.id(), fork));
        assertEquals(new Row.Versions(answer.id(), fork, false), transcript.rows().getLast());
        changedFrom.clear();
        transcript.forks(Map.of(answer.id(), fork));
        assertEquals(List.of(), changedFrom);
        transcript.forks(Map.of());
        assertTrue(transcript.rows().getLast() instanceof Row.Footer);
        assertEquals(transcript.rows(), mirror);
    }

    @Test
    void olderMessagesComeBeforeTheNewest() {
        List<Message> all = Samples.many(40);
        transcript.show(new Transcript.Prepared(all.subList(30, 40)));
        transcript.prepend(new Transcript.Prepared(all.subList(0, 30)));
        var fresh = new Transcript();
        fresh.show(new Transcript.Prepared(all));
        assertEquals(fresh.rows(), transcript.rows());
        assertEquals(transcript.rows(), mirror);
    }

    @Test
    void codeIsCopiedWholeThoughItIsShownInPieces() {
        String code = "int line;\n".repeat(2_000).strip();
        var question = Samples.question("?");
        var answer = Samples.answer(question, "```\n" + code + "\n```\n\n```\nother\n```", "");
        transcript.show(new Transcript.Prepared(List.of(question, answer)));
        assertEquals(code, transcript.codeFrom(1));
    }
}
