package dev.paddock.chat;

import static dev.paddock.chat.ScriptedBackend.fail;
import static dev.paddock.chat.ScriptedBackend.finish;
import static dev.paddock.chat.ScriptedBackend.say;
import static dev.paddock.chat.ScriptedBackend.then;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.ChatEvent.FinishReason;
import dev.paddock.connection.ConnectionId;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What is written while an answer is on its way is sent after it, in its order. */
class MessageQueueTest extends SessionOnOneThread {
    private final MessageQueue queue = session.queue();

    @Test
    void oneAfterTheOtherIsSentWhenTheAnswerBeforeHasEnded() {
        backend.script(
                say("One"),
                then(() -> queue.add("second")),
                then(() -> queue.add("third")),
                finish(FinishReason.STOP));
        answerWith("Two");
        answerWith("Three");
        session.send("first");
        assertEquals(List.of("first", "One", "second", "Two", "third", "Three"), texts());
        assertEquals(List.of(), waiting());
        assertEquals(now().tree(), history.tree(session.id()));
    }

    @Test
    void whoStopsTheAnswerIsNotOverrun() {
        backend.script(say("One"), then(() -> queue.add("second")), then(session::stop));
        session.send("first");
        assertEquals(List.of("first", "One"), texts());
        assertEquals(List.of("second"), waiting());
        queue.add("third");
        answerWith("Two");
        answerWith("Three");
        session.sendNow(queue.all().value().getLast());
        assertEquals(
                List.of("first", "One", "third", "Two", "second", "Three"), texts(), "then on");
        assertEquals(List.of(), waiting());
    }

    @Test
    void itWaitsWhenTheAnswerBrokeOffAndWhenItCannotBeSent() {
        backend.script(
                then(() -> queue.add("second")),
                fail(new ChatFailure.BrokenStream(ChatFailure.Fault.ENDED_EARLY)));
        session.send("first");
        assertEquals(List.of("second"), waiting());
        backend.model = Optional.empty();
        session.sendNow(queue.all().value().getFirst());
        assertEquals(List.of("second"), waiting());
    }

    @Test
    void sendingNowStopsTheAnswerUnderWay() {
        answerAfter(
                () -> {
                    queue.add("second");
                    queue.add("urgent");
                    session.sendNow(queue.all().value().getLast());
                });
        answerWith("Now");
        answerWith("Then");
        session.send("first");
        assertEquals(List.of("first", "One", "urgent", "Now", "second", "Then"), texts());
        assertEquals(MessageStatus.STOPPED, now().messages().get(1).status());
    }

    @Test
    void sendingNowTwiceStopsNothing() {
        queue.add("first");
        queue.add("second");
        var first = queue.all().value().getFirst();
        backend.script(then(() -> session.sendNow(first)), say("One"), finish(FinishReason.STOP));
        answerWith("Two");
        session.sendNow(first);
        assertEquals(List.of("first", "One", "second", "Two"), texts());
        assertEquals(MessageStatus.COMPLETE, now().messages().get(1).status());
    }

    @Test
    void whatIsSentNowOnItsWayToTheDiskIsNotStoppedByTheSame() {
        queue.add("first");
        var first = queue.all().value().getFirst();
        session.state().subscribe(state -> again(state, first));
        answerWith("One");
        session.sendNow(first);
        assertEquals(List.of("first", "One"), texts());
        assertEquals(MessageStatus.COMPLETE, answer().status());
    }

    @Test
    void anotherOneIsSentNowBeforeTheFirstToken() {
        queue.add("first");
        queue.add("second");
        var both = queue.all().value();
        backend.script(then(() -> session.sendNow(both.getLast())), say("One"));
        answerWith("Two");
        session.sendNow(both.getFirst());
        assertEquals(List.of("first", "", "second", "Two"), texts());
        assertEquals(List.of(), waiting());
    }

    private void again(SessionState state, QueuedMessage message) {
        if (state.busy() && waiting().contains(message.text())) {
            session.sendNow(message);
        }
    }

    @Test
    void whatIsHeldIsNotSentUntilSomethingIsAsked() {
        var conversations = new Conversations(tools, "Untitled");
        var held = conversations.create();
        backend.script(
                then(() -> held.queue().add("second")),
                then(() -> conversations.queueHold().hold()),
                say("One"),
                finish(FinishReason.STOP));
        held.send("first");
        assertEquals(1, held.queue().all().value().size());
        answerWith("Then");
        answerWith("Two");
        held.send("third");
        assertEquals(
                List.of("first", "One", "third", "Then", "second", "Two"),
                held.state().value().messages().stream().map(Message::content).toList());
    }

    @Test
    void whatLeavesTheQueueWhileTheAppClosesIsNotKeptTwice() throws InterruptedException {
        var kept = new HashMap<String, String>();
        var tasks = new LinkedBlockingQueue<Runnable>();
        var later = new ChatTools(history, backend, ConnectionId.LOCAL, time, tasks::add, time);
        var all = new Conversations(later, "Untitled", store(kept));
        var one = all.create();
        one.queue().add("first");
        all.drafts().write();
        assertEquals(1, kept.size());
        one.sendNow(one.queue().all().value().getFirst());
        backend.script(say("One"));
        var closing = Thread.ofVirtual().start(all::close);
        while (closing.isAlive()) {
            Optional.ofNullable(tasks.poll(10, TimeUnit.MILLISECONDS))
                    .ifPresent(task -> Thread.ofVirtual().start(task));
        }
        assertEquals("first", one.state().value().messages().getFirst().content());
        assertEquals(Map.of(), kept);
    }

    @Test
    void itIsEditedAndRemoved() {
        answerAfter(
                () -> {
                    queue.add("secnd");
                    queue.add("third");
                    queue.replace(queue.all().value().getFirst(), "second");
                    queue.remove(queue.all().value().getLast());
                });
        answerWith("Two");
        session.send("first");
        assertEquals(List.of("first", "One", "second", "Two"), texts());
    }

    @Test
    void itIsThereAfterTheEndOfTheApp() {
        var kept = new HashMap<String, String>();
        var store = store(kept);
        var before = new Conversations(tools, "Untitled", store);
        var first = before.create();
        backend.script(
                say("One"),
                then(() -> first.queue().add("second")),
                then(() -> first.queue().add("third")),
                then(first::stop));
        first.send("first");
        before.drafts().write();

        var after = new Conversations(tools, "Untitled", store);
        after.load().join();
        assertEquals(2, after.activities().value().get(first.id()).queued());
        var again = after.open(first.id()).join();
        assertEquals(
                List.of("second", "third"),
                again.queue().all().value().stream().map(QueuedMessage::text).toList());
    }

    @Test
    void anAnswerThatNobodySawIsMarkedUntilSomebodyLooks() {
        var conversations = new Conversations(tools, "Untitled");
        var one = conversations.create();
        answerWith("One");
        one.send("first");
        assertEquals(
                new Activity(false, 0, Optional.of(MessageStatus.COMPLETE)),
                conversations.activities().value().get(one.id()));
        conversations.seen(one.id());
        assertEquals(Map.of(), conversations.activities().value());
    }

    private static DraftStore store(Map<String, String> kept) {
        return new DraftStore() {
            @Override
            public Map<String, String> load() {
                return kept;
            }

            @Override
            public void save(Map<String, String> drafts) {
                kept.clear();
                kept.putAll(drafts);
            }
        };
    }

    private void answerAfter(Runnable action) {
        backend.script(say("One"), then(action), finish(FinishReason.STOP));
    }

    private void answerWith(String text) {
        backend.script(say(text), finish(FinishReason.STOP));
    }

    private List<String> texts() {
        return now().messages().stream().map(Message::content).toList();
    }

    private List<String> waiting() {
        return queue.all().value().stream().map(QueuedMessage::text).toList();
    }
}
