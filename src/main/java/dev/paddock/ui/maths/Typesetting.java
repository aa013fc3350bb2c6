package dev.paddock.ui.maths;

import dev.paddock.ui.text.Formula;

import java.util.Optional;

/** Knows what became of formulas. */
@FunctionalInterface
public interface Typesetting {
    /** For text without formulas. */
    Typesetting NONE = _ -> Optional.empty();

    /** What became of {@code formula}; empty where that is not known yet. */
    Optional<Typeset> of(Formula formula);
}
