package dev.paddock.app;

import dev.paddock.chat.ConversationId;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Subscriptions;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Toolkit;

import javafx.collections.ListChangeListener;

import java.util.Optional;
import java.util.Set;

/**
 * What a person wants done once no answer is being written any more: one thing at a time, told for
 * as long as it is planned. Taken back with what tells of it, and by a person who goes on. For the
 * FX thread.
 */
final class AfterAnswers {
    private static final String TOPIC = "answers.planned";

    private final Toolkit kit;
    private final Observable<Set<ConversationId>> answering;
    private final WaitingMessages queued;
    private Optional<Plan> planned = Optional.empty();

    /**
     * @param about prefix of its words
     * @param what the value in them
     * @param running the answers it waits for; another one is more than what was agreed to
     */
    private record Plan(
            String about,
            String what,
            Runnable then,
            Set<ConversationId> running,
            Subscriptions watching) {}

    /**
     * @param queued held back while something is planned
     */
    AfterAnswers(Toolkit kit, Observable<Set<ConversationId>> answering, WaitingMessages queued) {
        this.queued = queued;
        this.kit = kit;
        this.answering = answering;
    }

    /** Takes the place of what was planned before. */
    void plan(String about, String what, Runnable then) {
        forget();
        var plan = new Plan(about, what, then, answering.value(), new Subscriptions());
        planned = Optional.of(plan);
        queued.hold();
        kit.own(plan.watching());
        plan.watching().add(kit.ui().watch(answering, now -> follow(plan, now)));
        var shown = kit.notices().shown();
        ListChangeListener<Notice> dismissed = _ -> forgetUntold();
        shown.addListener(dismissed);
        plan.watching().add(() -> shown.removeListener(dismissed));
    }

    /** Forgets what is planned, if it is about this: a person is asked again. */
    void forget(String about) {
        if (planned.filter(plan -> plan.about().equals(about)).isPresent()) {
            forget();
        }
    }

    /** A person goes on working, or ends answers by hand: nothing happens behind their back. */
    void drop() {
        planned.ifPresent(
                plan -> {
                    forget();
                    var text = kit.words().of(plan.about() + "dropped", plan.what());
                    kit.notices().show(Notice.passing("answers.dropped", Severity.NEUTRAL, text));
                });
    }

    private void follow(Plan plan, Set<ConversationId> now) {
        if (now.isEmpty()) {
            // The queues stay held: the answer that has ended may be about to send from its own.
            end();
            plan.then().run();
        } else if (plan.running().containsAll(now)) {
            var words = kit.words();
            var text = words.of(plan.about() + "planned", now.size(), plan.what());
            var not = new Action(words.of("answers.planned.not"), this::forget);
            kit.notices().show(Notice.lasting(TOPIC, Severity.NEUTRAL, text, not));
        } else {
            drop();
        }
    }

    private void forget() {
        if (planned.isPresent()) {
            queued.release();
        }
        end();
    }

    private void end() {
        planned.ifPresent(plan -> plan.watching().close());
        planned = Optional.empty();
        kit.notices().withdraw(TOPIC);
    }

    /** Whatever took the notice away, a plan without one would be a surprise. */
    private void forgetUntold() {
        if (kit.notices().shown().stream().noneMatch(one -> one.topic().equals(TOPIC))) {
            forget();
        }
    }
}
