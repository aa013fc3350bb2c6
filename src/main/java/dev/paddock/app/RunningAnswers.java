package dev.paddock.app;

import dev.paddock.chat.AnswerCounts;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Conversations;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.AskCard;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.shell.WindowViewModel;

import javafx.scene.Parent;
import javafx.stage.Stage;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Asks a person before something ends answers that are being written. For the FX thread. */
final class RunningAnswers {
    private final Toolkit kit;
    private final Observable<Set<ConversationId>> answering;
    private final Supplier<AnswerCounts> counts;
    private final WaitingMessages queued;
    private final WindowViewModel window;
    private final AfterAnswers after;
    private Optional<Parent> quitting = Optional.empty();

    RunningAnswers(Toolkit kit, Conversations conversations, WindowViewModel window) {
        this(
                kit,
                conversations.answering(),
                conversations::counts,
                WaitingMessages.of(conversations),
                window);
    }

    /**
     * @param counts which of the answers the engine has begun with
     */
    RunningAnswers(
            Toolkit kit,
            Observable<Set<ConversationId>> answering,
            Supplier<AnswerCounts> counts,
            WaitingMessages queued,
            WindowViewModel window) {
        this.queued = queued;
        this.kit = kit;
        this.answering = answering;
        this.counts = counts;
        this.window = window;
        after = new AfterAnswers(kit, answering, queued);
    }

    /**
     * Starts another engine when there are none, now or once a person has said when.
     *
     * @param model the name of what is to be loaded
     */
    void askBeforeLoading(String model, Runnable load) {
        askBefore("models.switch.", model, load);
    }

    /** Likewise the same model once more, with other options or the same. */
    void askBeforeRestarting(Runnable restart) {
        askBefore("server.restart.", "", restart);
    }

    /** Likewise the end of the engine. */
    void askBeforeStopping(Runnable stop) {
        askBefore("server.stop.", "", stop);
    }

    /**
     * Likewise the end of the app. Who asks for it again sees the same question, and answers that;
     * one that cannot be drawn keeps nobody.
     */
    void askBeforeQuitting(Runnable quit) {
        if (quitting.filter(window::shows).isPresent() && !answering.value().isEmpty()) {
            quitting.ifPresent(RunningAnswers::bringToFront);
        } else {
            quitting = askBefore("shell.quit.", "", quit);
            quitting.filter(card -> !drawn(card)).ifPresent(_ -> quit.run());
        }
    }

    /** The person goes on writing, or ends answers by hand. */
    void wentOn() {
        after.drop();
    }

    /** The question, when there is one. */
    private Optional<Parent> askBefore(String about, String what, Runnable end) {
        after.forget(about);
        int running = answering.value().size();
        if (running == 0) {
            end.run();
            return Optional.empty();
        }
        var words = kit.words();
        var card =
                AskCard.of(
                        words,
                        words.of("models.switch.title"),
                        text(about, running, what),
                        List.of(
                                new Action(
                                        words.of(about + "later"),
                                        () -> after.plan(about, what, end)),
                                new Action(words.of(about + "now"), () -> endNow(end))),
                        window::hideCard);
        window.showCard(card);
        return Optional.of(card);
    }

    private String text(String about, int running, String what) {
        int kept = queued.count();
        var text = answersText(about, running, what);
        return kept == 0 ? text : text + " " + kit.words().of("answers.queued", kept);
    }

    private String answersText(String about, int running, String what) {
        var now = counts.get();
        int waiting = Math.min(running, now.waiting() + now.sending());
        if (waiting == 0) {
            return kit.words().of(about + "text", running, what);
        }
        return waiting == running
                ? kit.words().of(about + "waiting", waiting, what)
                : kit.words().of(about + "mixed", running - waiting, what, waiting);
    }

    private void endNow(Runnable end) {
        after.drop();
        end.run();
    }

    /** What threw in a layout may have left the window without one for good. */
    private static boolean drawn(Parent card) {
        var scene = Optional.ofNullable(card.getScene());
        scene.ifPresent(
                in -> {
                    in.getRoot().applyCss();
                    in.getRoot().layout();
                });
        return scene.isPresent() && !card.getLayoutBounds().isEmpty();
    }

    private static void bringToFront(Parent card) {
        if (card.getScene().getWindow() instanceof Stage stage) {
            stage.setIconified(false);
            stage.toFront();
        }
    }
}
