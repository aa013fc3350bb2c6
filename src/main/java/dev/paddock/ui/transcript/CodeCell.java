package dev.paddock.ui.transcript;

import dev.paddock.ui.common.Lazy;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.CodeLanguage;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

import java.util.List;

/**
 * A piece of a code block, the first with the block's head. Long lines scroll sideways, all pieces
 * of a block together; the bar for it is in the last piece, or where the pane cuts the block off.
 */
final class CodeCell extends BlockCell {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final double SIDE = 14;
    private static final double HEADER = 34;
    private static final double BOTTOM = 12;

    /** Wider than any piece: no line wraps. */
    private static final double ENDLESS = 500_000;

    private final Words words;
    private final CodeBlocks blocks;
    private final Region panel = new Region();
    private final RichText text = new RichText("code-text");
    private final Rectangle clip = new Rectangle();
    private final Lazy<CodeHead> head;
    private final Lazy<LineNumbers> numbers = new Lazy<>(this::newNumbers);
    private final SidewaysBar bar;
    private Block.Code code = new Block.Code(Indent.NONE, "", 1, "", Piece.WHOLE);
    private double room;
    private double bottom;
    private boolean lowest;

    CodeCell(Words words, RowActions actions, CodeBlocks blocks) {
        this.words = words;
        this.blocks = blocks;
        head = new Lazy<>(() -> newHead(actions));
        panel.getStyleClass().add("code-panel");
        for (var node : List.of(panel, text)) {
            node.setManaged(false);
            getChildren().add(node);
        }
        blocks.add(this);
        bar =
                new SidewaysBar(
                        this, blocks.scrolls(), words.of("chat.scrollCode"), getChildren()::add);
    }

    private CodeHead newHead(RowActions actions) {
        var made =
                new CodeHead(
                        words,
                        blocks.view(),
                        new CodeHead.Actions() {
                            @Override
                            public void copy() {
                                actions.copyCode(index());
                            }

                            @Override
                            public void save() {
                                actions.saveCode(index());
                            }
                        });
        made.setManaged(false);
        getChildren().add(made);
        return made;
    }

    private LineNumbers newNumbers() {
        var made = new LineNumbers();
        getChildren().add(made);
        return made;
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Code _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Code next) {
            code = next;
            bar.use(blocks.scrolls().of(index()), false);
            boolean first = code.piece().first();
            if (first) {
                head.get().show(language());
            }
            head.built().ifPresent(it -> it.setVisible(first));
            panel.pseudoClassStateChanged(FIRST, first);
            panel.pseudoClassStateChanged(LAST, code.piece().last());
            text.show(blocks.runs(index(), code));
            setAccessibleText(code.text());
        }
    }

    private String language() {
        String written = code.language().isEmpty() ? words.of("chat.code") : code.language();
        return blocks.language(index()).map(CodeLanguage::name).orElse(written);
    }

    /** The way in which code is shown has changed. */
    void showAgain() {
        if (isVisible()) {
            showBlock(code);
            forgetHeight();
            requestLayout();
        } else {
            forgetRow();
        }
    }

    private boolean wrapped() {
        return blocks.view().display().wrapped();
    }

    /** Left of the lines. */
    private double gutter() {
        return blocks.view().display().numbered() ? LineNumbers.WIDTH : 0;
    }

    /** In which the lines are laid out. */
    private double textWidth(double width) {
        return wrapped() ? width - 2 * SIDE - gutter() : ENDLESS;
    }

    @Override
    double measureBlock(double width) {
        double below = code.piece().last() ? BOTTOM : text.lineSpacing();
        return top() + text.heightAt(textWidth(width)) + below;
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        panel.resizeRelocate(x, y, width, height);
        head.built().ifPresent(it -> it.resizeRelocate(x, y, width, HEADER));
        double lines = textWidth(width);
        double high = text.heightAt(lines);
        double left = x + SIDE + gutter();
        room = width - 2 * SIDE - gutter();
        text.resize(lines, high);
        text.layout();
        if (wrapped()) {
            text.setClip(null);
            text.relocate(left, y + top());
        } else {
            bar.laid(text.drawnWidth(), room, code.piece());
            place(left, y + top(), high);
        }
        showNumbers(x + SIDE, y + top());
        showBar();
    }

    private void showNumbers(double x, double y) {
        boolean shown = gutter() > 0;
        numbers.built().ifPresent(it -> it.setVisible(shown));
        if (shown) {
            numbers.get().relocate(x, y);
            numbers.get().show(code, text);
        }
    }

    private void place(double x, double y, double high) {
        clip.setX(bar.offset());
        clip.setWidth(room);
        clip.setHeight(high);
        text.setClip(clip);
        text.relocate(x - bar.offset(), y);
    }

    @Override
    void inSight(double visible, boolean last) {
        bottom = visible;
        lowest = last;
        showBar();
    }

    private void showBar() {
        boolean here = code.piece().last() || lowest;
        bar.show(!wrapped(), here);
        if (!wrapped() && here && bar.isNeeded()) {
            double end = Math.min(bottom, getHeight()) - bar.height();
            bar.place(panel.getLayoutX() + SIDE + gutter(), Math.max(top(), end), room);
        }
    }

    @Override
    double markerDrop() {
        return 6;
    }

    private double top() {
        return code.piece().first() ? HEADER : 0;
    }

    @Override
    List<RichText> texts() {
        return List.of(text);
    }
}
