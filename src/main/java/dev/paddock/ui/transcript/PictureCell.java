package dev.paddock.ui.transcript;

import dev.paddock.ui.common.UiThread;
import dev.paddock.ui.maths.Typesetting;
import dev.paddock.ui.text.Block;
import dev.paddock.ui.text.Inline;
import dev.paddock.ui.text.PictureData;
import dev.paddock.ui.text.Style;
import dev.paddock.ui.words.Words;

import javafx.scene.control.Button;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A picture whose data are in the answer; of any other one its description, and a button that shows
 * where it is: nothing is ever loaded from elsewhere.
 */
final class PictureCell extends BlockCell {
    private static final double HIGHEST = 480;
    private static final double SIGN = 22;
    private static final double LINE = 22;
    private static final double GAP = 2;

    /** Of the button. */
    private static final double PADDING = 8;

    private final Words words;
    private final Executor background;
    private final ImageView picture = new ImageView();
    private final FontIcon sign = new FontIcon(Feather.IMAGE);
    private final RichText description;
    private final RichText address;
    private final Button reveal = new Button();
    private Optional<PictureData> data = Optional.empty();
    private String written = "";
    private boolean revealed;

    /**
     * @param background decodes pictures
     */
    PictureCell(Words words, RowActions actions, Executor background) {
        this.words = words;
        this.background = background;
        description = new RichText("prose-text", actions::open, Typesetting.NONE);
        address = new RichText("prose-text", actions::open, Typesetting.NONE);
        sign.getStyleClass().add("picture-sign");
        picture.setPreserveRatio(true);
        reveal.getStyleClass().addAll("flat", "picture-address");
        reveal.setText(words.of("chat.picture.address"));
        reveal.setOnAction(_ -> revealAddress());
        for (var node : List.of(picture, sign, description, reveal, address)) {
            node.setManaged(false);
            getChildren().add(node);
        }
    }

    @Override
    boolean suits(Row other) {
        return other instanceof Row.Answer(_, Block.Picture _);
    }

    @Override
    void showBlock(Block block) {
        if (block instanceof Block.Picture it) {
            revealed &= written.equals(it.address());
            written = it.address();
            data = PictureData.of(written);
            picture.setImage(null);
            description.show(List.of(Inline.plain(name(it))));
            address.show(revealed ? List.of(link(written)) : List.of());
            data.ifPresent(this::load);
            showParts();
            picture.setAccessibleText(name(it));
            setAccessibleText(name(it));
        }
    }

    private String name(Block.Picture shown) {
        return shown.description().isBlank() ? words.of("chat.picture") : shown.description();
    }

    private static Inline link(String written) {
        return new Inline(written, Style.PLAIN, Optional.of(written));
    }

    private void showParts() {
        picture.setVisible(data.isPresent());
        sign.setVisible(data.isEmpty());
        description.setVisible(data.isEmpty());
        reveal.setVisible(data.isEmpty() && !revealed);
        address.setVisible(data.isEmpty() && revealed);
    }

    private void revealAddress() {
        revealed = true;
        address.show(List.of(link(written)));
        showParts();
        heightChanged();
    }

    private void load(PictureData wanted) {
        background.execute(
                () -> {
                    var image = decoded(wanted);
                    new UiThread().execute(() -> loaded(wanted, image));
                });
    }

    private static Optional<Image> decoded(PictureData data) {
        try {
            return Optional.of(new Image(new ByteArrayInputStream(data.bytes())))
                    .filter(image -> !image.isError());
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** It may show another one by now. */
    private void loaded(PictureData wanted, Optional<Image> image) {
        if (data.filter(now -> now == wanted).isEmpty()) {
            return;
        }
        if (image.isPresent()) {
            picture.setImage(image.get());
        } else {
            data = Optional.empty();
            showParts();
            heightChanged();
        }
    }

    @Override
    boolean isRightToLeft() {
        return data.isEmpty() && description.isRightToLeft();
    }

    private static double scale(PictureData it, double width) {
        return Math.min(1, Math.min(width / it.width(), HIGHEST / it.height()));
    }

    @Override
    double measureBlock(double width) {
        return data.map(it -> Math.max(1, it.height() * scale(it, width)))
                .orElseGet(() -> description.heightAt(width - SIGN) + GAP + below(width));
    }

    private double below(double width) {
        return revealed ? address.heightAt(width) : reveal.prefHeight(-1);
    }

    @Override
    void layBlock(double x, double y, double width, double height) {
        data.ifPresent(
                it -> {
                    picture.setFitWidth(it.width() * scale(it, width));
                    picture.relocate(x, y);
                });
        var bounds = sign.getLayoutBounds();
        boolean mirrored = isRightToLeft();
        sign.relocate(
                mirrored ? x + width - bounds.getWidth() : x, y + (LINE - bounds.getHeight()) / 2);
        double text = description.heightAt(width - SIGN);
        description.resizeRelocate(mirrored ? x : x + SIGN, y, width - SIGN, text);
        double button = reveal.prefWidth(-1);
        reveal.resizeRelocate(
                mirrored ? x + width - SIGN + PADDING - button : x + SIGN - PADDING,
                y + text + GAP,
                button,
                reveal.prefHeight(-1));
        address.resizeRelocate(x, y + text + GAP, width, address.heightAt(width));
    }

    @Override
    List<RichText> texts() {
        return List.of(description);
    }
}
