package dev.paddock.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.function.Predicate;

/** Port: conversations as files of their own. All methods block on the disk. */
public interface Exchange {
    /** How they are written. */
    enum Format {
        /** The branches that are shown, as Markdown. */
        MARKDOWN("md"),
        /** The same as one page for a browser or a printer. */
        HTML("html"),
        /** The same as it is read, without marks. */
        TEXT("txt"),
        /** Everything, to be read again. */
        JSON("json");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /** Of the names of such files, without a dot. */
        public String ending() {
            return ending;
        }
    }

    /** What is written before messages, in the language of the person. */
    record Labels(
            String title,
            String person,
            String model,
            String system,
            String tool,
            String reasoning,
            String file) {}

    /** What cannot be read as conversations. */
    final class UnreadableException extends IOException {
        private static final long serialVersionUID = 1;
        private final Reason reason;

        /** Why. */
        public enum Reason {
            EMPTY,
            NOT_CONVERSATIONS,
            NEWER,
            CUT_OFF
        }

        public UnreadableException(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        public Reason reason() {
            return reason;
        }
    }

    /** One conversation as text. */
    String text(WholeConversation conversation, Format format, Labels labels);

    /**
     * Replaces the file at once, when all is written; until then and after a failure it is as it
     * was.
     */
    void write(Path file, Iterator<WholeConversation> all, Format format, Labels labels)
            throws IOException;

    /**
     * Reads what {@link Format#JSON} wrote, one conversation after the other.
     *
     * @param each told of each; false ends the reading
     * @throws UnreadableException after what could be read was told
     */
    void read(Path file, Predicate<WholeConversation> each) throws IOException;
}
