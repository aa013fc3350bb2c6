package dev.paddock.ui.common;

import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes several options at once and offers to take that back, as long as the form shows the same
 * place with nothing set there since. For the FX thread.
 */
final class OptionUndo {
    private static final String TOPIC = "options.undo";

    private final Toolkit kit;
    private final OptionChange change;
    private OptionChain chain = OptionChain.EMPTY;
    private Origin level = Origin.APP;
    private Optional<Offer> offered = Optional.empty();

    /** A notice, and the place as it was left. */
    private record Offer(Notice notice, Origin level, Options left) {}

    OptionUndo(Toolkit kit, OptionChange change) {
        this.kit = kit;
        this.change = change;
    }

    /** The form shows these values, and sets this link of the chain. */
    void shown(OptionChain values, Origin where) {
        chain = values;
        level = where;
        offered.filter(offer -> offer.level() != where || !offer.left().equals(values.of(where)))
                .ifPresent(_ -> forget());
    }

    /**
     * Changes these options.
     *
     * @param told what the notice says; empty when nothing is lost
     */
    void change(
            List<? extends Option<?>> which, UnaryOperator<Options> how, Optional<String> told) {
        var before = chain.of(level);
        var left = how.apply(before);
        change.apply(which, how);
        told.filter(_ -> !left.equals(before)).ifPresent(text -> offer(text, which, before, left));
    }

    private void offer(String text, List<? extends Option<?>> which, Options before, Options left) {
        var back =
                new Notice.Action(
                        kit.words().of("options.undo"), () -> change.apply(which, _ -> before));
        var notice = Notice.passing(TOPIC, Severity.NEUTRAL, text, back);
        offered = Optional.of(new Offer(notice, level, left));
        kit.notices().show(notice);
    }

    /** Another place is shown, or none. */
    void forget() {
        offered.map(Offer::notice).ifPresent(kit.notices()::dismiss);
        offered = Optional.empty();
    }
}
