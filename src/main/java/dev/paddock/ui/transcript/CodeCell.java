package dev.paddock.ui.transcript;

import dev.paddock.ui.common.Lazy;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.CodeLanguage;
import dev.paddock.ui.text.Indent;
import dev.paddock.ui.text.Piece;
import dev.paddock.ui.words.Words;

import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
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
    private static final double STEP = 40;

    /** Wider than any piece: no line wraps. */
    private static final double ENDLESS = 500_000;

    private final Words words;
    private final CodeBlocks blocks;
    private final Region panel = new Region();
    private final RichText text = new RichText("code-text");
    private final Rectangle clip = new Rectangle();
    private final Lazy<CodeHead> head;
    private final Lazy<LineNumbers> numbers = new Lazy<>(this::newNumbers);
    private final Lazy<ScrollBar> bar = new Lazy<>(this::newBar);
    private Block.Code code = new Block.Code(Indent.NONE, "", 1, "", Piece.WHOLE);
    private SidewaysScroll scroll = new SidewaysScroll();
    private double room;
    private double bottom;
    private boolean lowest;
    private boolean moving;

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
        addEventHandler(ScrollEvent.SCROLL, this::wheel);
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

    private ScrollBar newBar() {
        var made = new ScrollBar();
        made.setOrientation(Orientation.HORIZONTAL);
        made.getStyleClass().add("code-scroll");
        made.setManaged(false);
        made.setFocusTraversable(true);
        made.setAccessibleText(words.of("chat.scrollCode"));
        made.setUnitIncrement(STEP);
        made.valueProperty()
                .addListener(
                        (_, _, value) -> {
                            if (!moving) {
                                scrollTo(value.doubleValue());
                            }
                        });
        made.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().add(made);
        return made;
    }

    /** A scroll bar's own keys are told when they are released, and not again while held. */
    private void key(KeyEvent event) {
        double to =
                switch (event.getCode()) {
                    case LEFT -> scroll.offset() - STEP;
                    case RIGHT -> scroll.offset() + STEP;
                    case HOME -> 0;
                    case END -> scroll.most();
                    default -> Double.NaN;
                };
        if (!Double.isNaN(to)) {
            scrollTo(to);
            event.consume();
        }
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Code _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Code next) {
            code = next;
            scroll = blocks.scroll(index());
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
            if (scroll.laid(text.drawnWidth(), room)) {
                blocks.scrolled(scroll);
            }
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
        clip.setX(scroll.offset());
        clip.setWidth(room);
        clip.setHeight(high);
        text.setClip(clip);
        text.relocate(x - scroll.offset(), y);
    }

    @Override
    void inSight(double visible, boolean last) {
        bottom = visible;
        lowest = last;
        showBar();
    }

    private void showBar() {
        boolean shown = !wrapped() && scroll.most() > 0.5 && (code.piece().last() || lowest);
        if (!shown) {
            bar.built().ifPresent(it -> it.setVisible(false));
            return;
        }
        var it = bar.get();
        double high = it.prefHeight(-1);
        it.setVisible(true);
        it.resizeRelocate(
                panel.getLayoutX() + SIDE + gutter(),
                Math.max(top(), Math.min(bottom, getHeight()) - high),
                room,
                high);
        moving = true;
        it.setMax(scroll.most());
        it.setVisibleAmount(scroll.shareInSight() * scroll.most());
        it.setBlockIncrement(Math.max(STEP, room - STEP));
        it.setValue(scroll.offset());
        moving = false;
    }

    /** All rows of its block move. */
    private void scrollTo(double offset) {
        if (scroll.to(offset)) {
            blocks.scrolled(scroll);
        }
    }

    /** The block of {@code which} has moved or can be moved farther. */
    void scrolled(SidewaysScroll which) {
        if (which == scroll) {
            requestLayout();
        }
    }

    private void wheel(ScrollEvent event) {
        double sideways =
                event.getDeltaX() == 0 && event.isShiftDown()
                        ? event.getDeltaY()
                        : event.getDeltaX();
        boolean meant = event.isShiftDown() || Math.abs(sideways) > Math.abs(event.getDeltaY());
        if (meant && sideways != 0 && !wrapped() && scroll.most() > 0.5) {
            scrollTo(scroll.offset() - sideways);
            event.consume();
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
