package dev.paddock.ui.text;

import java.util.List;
import java.util.Optional;

/** The direction in which a paragraph is read: that of its first strong letter. */
public enum Direction {
    LEFT_TO_RIGHT,
    RIGHT_TO_LEFT;

    /** So far a letter is looked for: a long table of figures has none. */
    private static final int FARTHEST = 1000;

    public static Direction of(List<Inline> paragraph) {
        int left = FARTHEST;
        for (Inline run : paragraph) {
            // The letters of a formula are of no language.
            String text = run.formula().isPresent() ? "" : run.text();
            int end = Math.min(text.length(), left);
            var found = strong(text, end);
            if (found.isPresent()) {
                return found.get();
            }
            left -= end;
        }
        return LEFT_TO_RIGHT;
    }

    public static Direction of(String text) {
        return strong(text, Math.min(text.length(), FARTHEST)).orElse(LEFT_TO_RIGHT);
    }

    private static Optional<Direction> strong(String text, int end) {
        for (int i = 0, point; i < end; i += Character.charCount(point)) {
            point = text.codePointAt(i);
            switch (Character.getDirectionality(point)) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return Optional.of(LEFT_TO_RIGHT);
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                        Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return Optional.of(RIGHT_TO_LEFT);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    public boolean isRightToLeft() {
        return this == RIGHT_TO_LEFT;
    }
}
