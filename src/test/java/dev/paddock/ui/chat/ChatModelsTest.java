package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.ui.chat.SidebarEntry.Item;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.transcript.Row;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The view models over the real chat domain, without a window: one thread plays the FX thread. */
class ChatModelsTest extends ChatModels {
    @Test
    void aQuestionIsAnsweredAndListedUnderItsFirstWords() throws Exception {
        write("What is a KV cache?");
        run(composer::send);
        fake.backend.say("A **cache**.");
        await(() -> texts().contains("cache"));
        assertTrue(get(() -> open.busyProperty().get()));
        fake.backend.finish();
        await(() -> !open.busyProperty().get());
        await(() -> open.transcript().rows().getLast() instanceof Row.Footer);
        assertEquals(List.of("What is a KV cache?"), titles());
        assertEquals(Optional.of("A **cache**."), get(() -> open.transcript().lastAnswer()));
    }

    @Test
    void theNextQuestionCanBeWrittenButNotSentWhileAnAnswerComes() throws Exception {
        write("one");
        run(composer::send);
        await(() -> open.busyProperty().get());
        write("two");
        assertFalse(get(composer::canSend));
        run(composer::send);
        assertEquals("two", get(() -> composer.textProperty().get()));
        run(open::stop);
        await(() -> !open.busyProperty().get());
        assertTrue(get(composer::canSend));
    }

    @Test
    void draftsStayWithTheirConversation() throws Exception {
        put("older", 3);
        put("newer", 1);
        await(() -> list.entries().size() > 2);
        select("older");
        write("draft for older");
        select("newer");
        assertEquals("", get(() -> composer.textProperty().get()));
        select("older");
        assertEquals("draft for older", get(() -> composer.textProperty().get()));
    }

    @Test
    void aQuestionThatCannotBeKeptComesBack() throws Exception {
        fake.history.fail(
                new HistoryException(new HistoryFailure.DiskFull(Path.of("/data/history.db"))));
        write("precious words");
        run(composer::send);
        await(() -> !notices.shown().isEmpty());
        assertEquals("precious words", get(() -> composer.textProperty().get()));
        assertTrue(
                told().getFirst()
                        .contains("The disk with /data/history.db is full. Free some space."),
                told().toString());
        run(list::create);
        put("another", 1);
        await(() -> titlesNow().size() == 1);
        select("another");
        assertEquals(1, told().size(), "it is still true, whatever is open");
    }

    @Test
    void whatIsDeletedCanBeBroughtBack() throws Exception {
        put("one", 1);
        put("two", 2);
        await(() -> titlesNow().size() == 2);
        run(() -> list.delete(find("one").id()));
        await(() -> titlesNow().equals(List.of("two")));
        run(() -> list.delete(find("two").id()));
        await(() -> titlesNow().isEmpty());
        assertEquals(List.of("Deleted “one”", "Deleted “two”"), told());
        run(() -> act(0));
        await(() -> titlesNow().equals(List.of("one")));
        await(() -> list.shown().equals(Optional.of(find("one").id())));
        run(() -> act(0));
        await(() -> titlesNow().size() == 2);
        assertEquals(List.of(), told());
    }

    @Test
    void searchFindsTitlesAndBlankShowsAll() throws Exception {
        put("Garden plans", 1);
        put("Tax return", 2);
        await(() -> titlesNow().size() == 2);
        run(() -> list.search().queryProperty().set("garden"));
        await(() -> titlesNow().equals(List.of("Garden plans")));
        run(() -> list.search().queryProperty().set(""));
        await(() -> titlesNow().size() == 2);
    }

    @Test
    void aLongConversationIsShownWhole() throws Exception {
        var messages = Samples.many(200);
        fake.history.put(Conversation.untitled("long", Samples.NOW), messages);
        fake.conversations.load();
        await(() -> titlesNow().size() == 1);
        select("long");
        await(
                () ->
                        open.transcript().rows().stream()
                                        .filter(Row.Question.class::isInstance)
                                        .count()
                                == 100);
    }

    @Test
    void whatCannotBeErasedIsToldAndTheListIsThere() throws Exception {
        put("Garden plans", 1);
        var file = Path.of("/data/history.db");
        fake.history.fail(new HistoryException(new HistoryFailure.DiskFull(file)));
        run(list::readAgain);
        await(() -> !notices.shown().isEmpty());
        assertEquals(
                List.of(
                        "What was deleted or interrupted last time could not be erased or marked."
                                + " The disk with /data/history.db is full. Free some space."),
                told());
        assertEquals(List.of("Garden plans"), titlesNow());
        assertFalse(get(() -> list.unreadableProperty().get()));
        fake.history.mend();
        run(() -> act(0));
        await(() -> notices.shown().isEmpty());
    }

    private List<String> told() throws Exception {
        return get(() -> notices.shown().stream().map(Notice::text).toList());
    }

    /** Presses the first button of a notice. */
    private void act(int index) {
        var notice = notices.shown().get(index);
        notices.act(notice, notice.actions().getFirst());
    }

    private void put(String title, int hours) {
        fake.history.put(
                Conversation.untitled(title, Samples.NOW.minus(Duration.ofHours(hours))),
                List.of());
        fake.conversations.load();
    }

    private void select(String title) throws Exception {
        await(() -> titlesNow().contains(title));
        run(() -> list.select(find(title).id()));
        await(() -> list.shown().equals(Optional.of(find(title).id())));
    }

    private Conversation find(String title) {
        return items().stream().filter(one -> one.title().equals(title)).findFirst().orElseThrow();
    }

    private List<Conversation> items() {
        return list.entries().stream()
                .filter(Item.class::isInstance)
                .map(entry -> ((Item) entry).conversation())
                .toList();
    }

    private List<String> titlesNow() {
        return items().stream().map(Conversation::title).toList();
    }

    private List<String> titles() throws Exception {
        return get(this::titlesNow);
    }

    private String texts() {
        return open.transcript().rows().toString();
    }
}
