package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Inline;

import javafx.css.PseudoClass;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A paragraph or a heading. */
final class ProseCell extends BlockCell {
    private static final List<PseudoClass> HEADINGS =
            IntStream.rangeClosed(1, 6)
                    .mapToObj(level -> PseudoClass.getPseudoClass("h" + level))
                    .toList();

    private final RichText text;
    private int level;

    ProseCell(Consumer<String> links, Typesetting typesetting) {
        text = new RichText("prose-text", links, typesetting);
        text.setManaged(false);
        getChildren().add(text);
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block block)
                && (block instanceof Block.Paragraph || block instanceof Block.Heading);
    }

    @Override
    void showBlock(Block block) {
        switch (block) {
            case Block.Paragraph it -> show(it.text(), 0);
            case Block.Heading it -> show(it.text(), it.level());
            case Block.Code _,
                    Block.Table _,
                    Block.Rule _,
                    Block.Admonition _,
                    Block.Details _,
                    Block.DetailsEnd _,
                    Block.Picture _ -> {}
        }
    }

    /**
     * @param heading its level, 0 for a paragraph
     */
    private void show(List<Inline> runs, int heading) {
        if (heading != level) {
            if (level > 0) {
                text.pseudoClassStateChanged(HEADINGS.get(level - 1), false);
            }
            if (heading > 0) {
                text.pseudoClassStateChanged(HEADINGS.get(heading - 1), true);
            }
            level = heading;
        }
        text.show(runs);
        setAccessibleText(text.text());
    }

    /** The first line of a large heading is higher. */
    @Override
    double markerDrop() {
        return switch (level) {
            case 1 -> 5;
            case 2 -> 2;
            default -> 0;
        };
    }

    @Override
    boolean isRightToLeft() {
        return text.isRightToLeft();
    }

    @Override
    double measureBlock(double width) {
        return text.heightAt(width);
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        text.resizeRelocate(x, y, width, height);
    }

    @Override
    List<RichText> texts() {
        return List.of(text);
    }
}
