package dev.paddock.ui.chat;

/** Gathers requests for work into at most one run a frame. */
@FunctionalInterface
interface Frames {
    /** What asks for one more run of {@code job}; may be called from any thread. */
    Runnable gathered(Runnable job);
}
