package dev.paddock.ui.transcript;

import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Direction;
import dev.paddock.ui.text.Indent.Level;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.words.Words;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.function.Consumer;

/** The title of an admonition: its sign, and its name or a title of its own. */
final class AdmonitionCell extends BlockCell {
    private static final double SIDE = 22;
    private static final double LINE = 22;

    private final Words words;
    private final FontIcon sign = new FontIcon(Feather.INFO);
    private final RichText title;
    private Level kind = Level.NOTE;
    private Direction direction = Direction.LEFT_TO_RIGHT;

    AdmonitionCell(Words words, Consumer<String> links, Typesetting typesetting) {
        this.words = words;
        title = new RichText("admonition-text", links, typesetting);
        getStyleClass().add("admonition");
        sign.getStyleClass().add("admonition-sign");
        for (var node : List.of(sign, title)) {
            node.setManaged(false);
            getChildren().add(node);
        }
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Admonition _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Admonition it) {
            pseudoClassStateChanged(pseudoClass(kind), false);
            kind = it.kind();
            pseudoClassStateChanged(pseudoClass(kind), true);
            sign.setIconCode(sign(kind));
            title.show(it.title().isEmpty() ? List.of(Inline.plain(name())) : it.title());
            direction = it.direction();
            setAccessibleText(title.text());
        }
    }

    private String name() {
        return words.of("chat.admonition." + kind.name());
    }

    private static Feather sign(Level kind) {
        return switch (kind) {
            case TIP -> Feather.STAR;
            case IMPORTANT -> Feather.MESSAGE_SQUARE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case CAUTION -> Feather.ALERT_OCTAGON;
            case NOTE, LIST, QUOTE, REASONING -> Feather.INFO;
        };
    }

    @Override
    boolean isRightToLeft() {
        return direction.isRightToLeft();
    }

    @Override
    double measureBlock(double width) {
        return title.heightAt(width - SIDE);
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        double icon = isRightToLeft() ? x + width - sign.getLayoutBounds().getWidth() : x;
        var bounds = sign.getLayoutBounds();
        sign.relocate(icon, y + (LINE - bounds.getHeight()) / 2);
        double text = Math.min(width - SIDE, title.naturalWidth() + 1);
        title.resizeRelocate(isRightToLeft() ? x + width - SIDE - text : x + SIDE, y, text, height);
    }

    @Override
    List<RichText> texts() {
        return List.of(title);
    }
}
