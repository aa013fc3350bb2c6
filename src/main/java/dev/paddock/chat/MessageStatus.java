package dev.paddock.chat;

/** How whole a message is. */
public enum MessageStatus {
    /** Being received. After a crash of the app it is found as this and becomes INTERRUPTED. */
    STREAMING,
    /** All there. */
    COMPLETE,
    /** The person stopped it. */
    STOPPED,
    /** The context or the maximum of tokens ended it. */
    CUT_OFF,
    /** The engine or the app went away in the middle. */
    INTERRUPTED,
    /** The engine refused the request; see the message's failure. */
    FAILED
}
