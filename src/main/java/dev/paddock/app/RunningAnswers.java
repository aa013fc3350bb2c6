package dev.paddock.app;

import dev.paddock.chat.ConversationId;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscriptions;
import dev.paddock.ui.common.AskCard;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.shell.WindowViewModel;

import javafx.scene.Parent;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks a person before something ends answers that are being written. For the FX thread. */
final class RunningAnswers {
    private final Toolkit kit;
    private final Observable<Set<ConversationId>> answering;
    private final WindowViewModel window;
    private Optional<Parent> quitting = Optional.empty();

    /** Until the answers have ended by themselves. */
    private Subscriptions waiting = new Subscriptions();

    RunningAnswers(Toolkit kit, Observable<Set<ConversationId>> answering, WindowViewModel window) {
        this.kit = kit;
        this.answering = answering;
        this.window = window;
    }

    /**
     * Starts another engine when there are none, now or once a person has said when; what waited
     * for their end before is forgotten.
     *
     * @param model the name of what is to be loaded
     */
    void askBeforeLoading(String model, Runnable load) {
        askBefore("models.switch.", model, load);
    }

    /**
     * Likewise the end of the app. Who asks for it again instead of an answer means it, or cannot
     * see the question.
     */
    void askBeforeQuitting(Runnable quit) {
        if (quitting.filter(window::shows).isPresent()) {
            quit.run();
        } else {
            quitting = askBefore("shell.quit.", "", quit);
        }
    }

    /** The question, when there is one. */
    private Optional<Parent> askBefore(String about, String what, Runnable end) {
        waiting.close();
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
                        words.of(about + "text", running, what),
                        List.of(
                                new Action(words.of(about + "later"), () -> whenEnded(end)),
                                new Action(words.of(about + "now"), end)),
                        window::hideCard);
        window.showCard(card);
        return Optional.of(card);
    }

    private void whenEnded(Runnable then) {
        waiting = new Subscriptions();
        kit.own(waiting);
        waiting.add(
                kit.ui()
                        .watch(
                                answering,
                                now -> {
                                    if (now.isEmpty()) {
                                        waiting.close();
                                        then.run();
                                    }
                                }));
    }
}
