package dev.paddock.ui.text;

/** What stands before a list item or a footnote. */
public sealed interface Marker {
    /** The text a reader sees, also in copies. */
    String text();

    /** An item of an unordered list. */
    record Bullet() implements Marker {
        @Override
        public String text() {
            return "•";
        }
    }

    /** An item of an ordered list. */
    record Number(int value, String delimiter) implements Marker {
        @Override
        public String text() {
            return value + delimiter;
        }
    }

    /** An item that can be ticked off. */
    record Task(boolean done) implements Marker {
        @Override
        public String text() {
            return done ? "☑" : "☐";
        }
    }

    /** What a footnote says. */
    record Footnote(String label) implements Marker {
        @Override
        public String text() {
            return text(label);
        }

        /** As it stands in the text, too. */
        static String text(String label) {
            return "[" + label + "]";
        }
    }
}
