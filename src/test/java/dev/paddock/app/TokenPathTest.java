package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.LiveAnswer;
import dev.paddock.signal.Subscriptions;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A token's way from the socket to the pixel is the one of docs/DESIGN.md, and no longer. */
class TokenPathTest extends Journey {
    /** On the way, and none of it: no text goes through them. */
    private static final Map<String, String> NO_HOPS =
            Map.of(
                    "ChatStream", "notes that something came",
                    "SafeListener", "asks for a frame",
                    "FrameCoalescer", "is the frame",
                    "RowsPane", "hears which row changed",
                    "VisibleCells", "knows which cell shows it");

    private final AtomicReference<List<String>> appended = new AtomicReference<>(List.of());
    private final AtomicReference<List<String>> shown = new AtomicReference<>(List.of());
    private final Set<ObservableValue<?>> watched = new HashSet<>();
    private final Subscriptions listening = new Subscriptions();

    @Test
    void aTokenTakesTheHopsOfTheDesign() throws Exception {
        try (var app = Journey.openEndless(data, model);
                listening) {
            app.window.startEngine();
            app.awaitReady();
            ask(app, "Tell me a long story.");
            var id = app.wiring.conversations().answering().value().iterator().next();
            var session = app.wiring.conversations().open(id).join();
            listening.add(
                    session.state().subscribe(now -> now.live().ifPresent(this::watchAppends)));
            app.await("a token to be appended", () -> !appended.get().isEmpty());
            app.await("a token to be shown", () -> shownIn(app));
            app.click("Stop the answer");
            awaitEnd(app);
        }
        assertEquals(
                List.of(
                        "EventSubscriber",
                        "SseReader",
                        "ChatEventReader",
                        "AnswerRun",
                        "LiveAnswer"),
                appended.get());
        assertEquals(List.of("ConversationViewModel", "Transcript", "cell"), shown.get());
    }

    private void watchAppends(LiveAnswer live) {
        listening.add(
                live.onChange(
                        () -> {
                            if (live.content().length() > 0) {
                                appended.compareAndSet(List.of(), hops());
                            }
                        }));
    }

    /** The cell of the tail is another one from time to time. */
    private boolean shownIn(AppUnderTest app) {
        for (Node row : app.robot.lookup(".row").queryAll()) {
            var text = row.accessibleTextProperty();
            if (watched.add(text)) {
                text.addListener((_, _, _) -> noteShown(hops()));
            }
        }
        return !shown.get().isEmpty();
    }

    /**
     * A cell is also filled when it comes into sight, and then nothing has come from the engine.
     */
    private void noteShown(List<String> hops) {
        if (hops.contains("Transcript")) {
            shown.compareAndSet(List.of(), hops);
        }
    }

    /** Our classes that are being run, in the order of their calls, each once. */
    private static List<String> hops() {
        var frames = Thread.currentThread().getStackTrace();
        var newestFirst =
                Stream.of(frames)
                        .map(StackTraceElement::getClassName)
                        .filter(name -> name.startsWith("dev.paddock."))
                        .filter(name -> !name.startsWith(TokenPathTest.class.getName()))
                        .map(name -> name.replaceFirst("\\$.*", "").replaceFirst(".*\\.", ""))
                        .filter(name -> !NO_HOPS.containsKey(name))
                        // A cell and the classes it is made from are one object.
                        .map(name -> name.endsWith("Cell") ? "cell" : name)
                        .distinct()
                        .toList();
        return newestFirst.reversed();
    }
}
