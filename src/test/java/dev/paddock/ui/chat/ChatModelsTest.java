package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.connection.Readiness;
import dev.paddock.ui.chat.ConversationListViewModel.Item;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.OneThread;
import dev.paddock.ui.transcript.Row;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The view models over the real chat domain, without a window: one thread plays the FX thread. */
class ChatModelsTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FakeChat fake = new FakeChat();
    private final OneThread fx = new OneThread();
    private final Notices notices = new Notices();
    private ConversationViewModel open;
    private ComposerViewModel composer;
    private ConversationListViewModel list;

    @BeforeEach
    void build() throws Exception {
        var words = new Words();
        run(
                () -> {
                    open =
                            new ConversationViewModel(
                                    fx, fake.background, job -> () -> fx.execute(job));
                    list =
                            new ConversationListViewModel(
                                    fake.services(), open, fx, words, notices, fake.clock);
                    composer =
                            new ComposerViewModel(
                                    open,
                                    fx,
                                    words,
                                    notices,
                                    list.problems(),
                                    fake.starts::incrementAndGet);
                    composer.readiness(Readiness.READY);
                    list.create();
                });
    }

    @AfterEach
    void close() {
        fake.close();
        fx.close();
    }

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
    void sendingStartsAnEngineThatIsOffAndSendsOnceItIsReady() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        assertEquals(
                Optional.of("The engine is off. Sending starts it."),
                get(() -> composer.obstacleProperty().get()));
        write("hello");
        run(composer::send);
        assertEquals(1, fake.starts.get());
        assertTrue(get(composer::isWaiting));
        assertEquals("hello", get(() -> composer.textProperty().get()));
        run(() -> composer.readiness(Readiness.STARTING));
        run(() -> composer.readiness(Readiness.LOADING));
        assertTrue(fake.backend.requests.isEmpty());

        run(() -> composer.readiness(Readiness.READY));
        await(() -> fake.backend.requests.size() == 1);
        assertEquals("", get(() -> composer.textProperty().get()));
        assertFalse(get(composer::isWaiting));
        assertEquals(1, fake.starts.get());
    }

    @Test
    void sendingWhileTheEngineStartsOnlyWaits() throws Exception {
        run(() -> composer.readiness(Readiness.LOADING));
        write("hello");
        run(composer::send);
        assertEquals(0, fake.starts.get());
        run(() -> composer.readiness(Readiness.READY));
        await(() -> fake.backend.requests.size() == 1);
    }

    @Test
    void whatWaitsCanBeKeptBack() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        write("hello");
        run(composer::send);
        run(composer::keepHere);
        run(() -> composer.readiness(Readiness.READY));
        assertEquals("hello", get(() -> composer.textProperty().get()));
        assertTrue(fake.backend.requests.isEmpty());
    }

    @Test
    void aSuggestionStartsTheEngineAndIsSentOnceThatAnswers() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        run(() -> composer.ask("What is a GGUF?"));
        assertEquals(1, fake.starts.get());
        run(() -> composer.readiness(Readiness.READY));
        await(() -> fake.backend.requests.size() == 1);
    }

    @Test
    void whatWasChangedOrWhoseEngineFailedIsNotSentUnasked() throws Exception {
        run(() -> composer.readiness(Readiness.STOPPED));
        run(() -> composer.ask("What is a GGUF?"));
        write("What is a GGUF file?");
        run(() -> composer.readiness(Readiness.READY));
        assertEquals("What is a GGUF file?", get(() -> composer.textProperty().get()));

        run(() -> composer.readiness(Readiness.STOPPED));
        run(() -> composer.ask("Who are you?"));
        run(() -> composer.readiness(Readiness.FAILED));
        run(() -> composer.readiness(Readiness.READY));
        assertEquals("Who are you?", get(() -> composer.textProperty().get()));
        assertTrue(fake.backend.requests.isEmpty());
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
        run(() -> list.queryProperty().set("garden"));
        await(() -> titlesNow().equals(List.of("Garden plans")));
        run(() -> list.queryProperty().set(""));
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

    private void write(String text) throws Exception {
        run(() -> composer.textProperty().set(text));
    }

    private void run(Runnable job) throws Exception {
        Future<?> done = fx.jobs().submit(job);
        done.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private <T> T get(java.util.concurrent.Callable<T> job) throws Exception {
        return fx.jobs().submit(job).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    private void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!get(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < end, "never came true");
            Thread.onSpinWait();
        }
    }
}
