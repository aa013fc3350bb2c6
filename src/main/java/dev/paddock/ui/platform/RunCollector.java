package dev.paddock.ui.platform;

import com.sun.javafx.font.PGFont;
import com.sun.javafx.scene.text.TextSpan;
import com.sun.javafx.text.PrismTextLayout;
import com.sun.javafx.text.ScriptMapper;
import com.sun.javafx.text.TextRun;

/**
 * Stands in for a layout while its text is cut into runs, and cuts them further: emoji and what
 * draws nothing get {@linkplain OwnRun runs of their own}, and no run is so long that the places of
 * its glyphs, which are counted from its start, lose their fractions.
 */
final class RunCollector extends PrismTextLayout {
    /** Characters of a run that needs no shaping; each line takes time in proportion to them. */
    private static final int LONGEST = 2_000;

    private final PrismTextLayout layout;
    private final char[] text;
    private boolean foundOwn;

    RunCollector(PrismTextLayout layout, char[] text) {
        super(0);
        this.layout = layout;
        this.text = text;
    }

    /** Whether there is a run that only {@link RepairedGlyphLayout} can lay out. */
    boolean foundOwn() {
        return foundOwn;
    }

    @Override
    public TextSpan[] getTextSpans() {
        return layout.getTextSpans();
    }

    @Override
    public PGFont getFont() {
        return layout.getFont();
    }

    @Override
    public int getDirection() {
        return layout.getDirection();
    }

    @Override
    public void addTextRun(TextRun run) {
        int from = run.getStart();
        for (int i = from; i < run.getEnd(); i++) {
            if (EmojiSequence.mayBegin(text[i])) {
                int start = EmojiSequence.start(text, from, i);
                var emoji = EmojiSequence.at(text, start, run.getEnd());
                if (emoji.isPresent()) {
                    addText(run, from, start);
                    addOwn(new OwnRun.Emoji(run, start, emoji.get()));
                    from = start + emoji.get().length();
                    i = from - 1;
                }
            }
        }
        if (from == run.getStart() && !hasIgnorable(from, run.getEnd())) {
            add(run);
        } else {
            addText(run, from, run.getEnd());
        }
    }

    /** What joins or parts letters stays with them where they are shaped. */
    private void addText(TextRun run, int start, int end) {
        if (isShaped(run, start, end)) {
            addPart(run, start, end, true);
            return;
        }
        int from = start;
        int length;
        for (int i = start; i < end; i += length) {
            int point = Character.codePointAt(text, i, end);
            length = Character.charCount(point);
            if (Ignorable.is(point)) {
                addPart(run, from, i, false);
                addOwn(
                        point == Ignorable.SOFT_HYPHEN
                                ? new OwnRun.SoftHyphen(run, i)
                                : new OwnRun.Ignored(run, i, length));
                from = i + length;
            }
        }
        addPart(run, from, end, false);
    }

    private void addPart(TextRun run, int from, int to, boolean shaped) {
        if (from < to) {
            add(
                    new TextRun(
                            from,
                            to - from,
                            run.getLevel(),
                            shaped,
                            run.getScript(),
                            run.getTextSpan(),
                            run.getSlot(),
                            run.isCanonical()));
        }
    }

    private void addOwn(OwnRun run) {
        foundOwn = true;
        layout.addTextRun(run);
    }

    /** A plain run between two of the other direction is shaped too, for its space at the end. */
    private void add(TextRun run) {
        if (run.getLength() > LONGEST && !run.isComplex()) {
            cut(run);
            return;
        }
        if (run.getLevel() > 1 && hasInnerSpace(run)) {
            run.setComplex(true);
        }
        layout.addTextRun(run);
    }

    private void cut(TextRun run) {
        int from = run.getStart();
        while (from < run.getEnd()) {
            int to = run.getEnd() - from > LONGEST ? end(from) : run.getEnd();
            addPart(run, from, to, false);
            from = to;
        }
    }

    /** Behind the last space within reach; no character is cut. */
    private int end(int from) {
        int end = from + LONGEST;
        for (int i = end; i > from + LONGEST / 2; i--) {
            if (text[i - 1] == ' ') {
                return i;
            }
        }
        return Character.isLowSurrogate(text[end]) ? end - 1 : end;
    }

    private boolean hasInnerSpace(TextRun run) {
        for (int i = run.getStart(); i < run.getEnd(); i++) {
            if (text[i] == ' ' && run.getLength() > 1) {
                return true;
            }
        }
        return false;
    }

    private boolean isShaped(TextRun run, int from, int to) {
        boolean shaped = !run.isLeftToRight();
        for (int i = from, point; i < to && !shaped; i += Character.charCount(point)) {
            point = Character.codePointAt(text, i, to);
            shaped = ScriptMapper.isComplexCharCode(point) && !Ignorable.is(point);
        }
        return shaped && run.isComplex();
    }

    private boolean hasIgnorable(int from, int to) {
        for (int i = from, point; i < to; i += Character.charCount(point)) {
            point = Character.codePointAt(text, i, to);
            if (Ignorable.is(point)) {
                return true;
            }
        }
        return false;
    }
}
