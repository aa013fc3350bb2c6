package planted.jdk.chat;

import org.slf4j.Logger;

/** A domain room that knows a library. */
public record Violator(Logger it) {}
