package dev.paddock.ui.common;

import dev.paddock.option.Option;
import dev.paddock.option.Options;

import java.util.Collection;
import java.util.function.UnaryOperator;

/** Takes what a person sets or resets in a form. */
@FunctionalInterface
public interface OptionChange {
    /**
     * Changes the options of the place the form is for.
     *
     * @param which the person's word is about these, whether they change or not
     */
    void apply(Collection<? extends Option<?>> which, UnaryOperator<Options> how);
}
