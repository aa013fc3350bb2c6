package dev.paddock.ui;

import dev.paddock.settings.Appearance;
import dev.paddock.ui.common.UiThread;

import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.Region;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/**
 * Draws the window in its states as PNG files: {@code ShellDemo FOLDER [REGEX]}. Needs no display
 * with {@code -Dglass.platform=Headless}.
 */
final class ShellDemo {
    private static final int[][] SIZES = {{900, 600}, {1600, 1000}, {720, 480}};

    /** Wrapped text settles its height in the second pass. */
    private static final int LAYOUTS = 4;

    private ShellDemo() {}

    static void main(String[] arguments) {
        var folder = Path.of(arguments[0]);
        var wanted = Pattern.compile(arguments.length > 1 ? arguments[1] : ".*");
        Platform.startup(() -> {});
        try {
            CompletableFuture.runAsync(() -> draw(folder, wanted), new UiThread()).join();
        } finally {
            Platform.exit();
        }
    }

    private static void draw(Path folder, Pattern wanted) {
        var scenes = DemoScenes.all();
        for (var appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            scenes.forEach(
                    (name, prepare) -> {
                        for (int[] size : SIZES) {
                            var file =
                                    "%s-%s-%d.png"
                                            .formatted(
                                                    name, appearance.name().toLowerCase(), size[0]);
                            if (wanted.matcher(file).find()) {
                                draw(folder.resolve(file), appearance, size, prepare);
                            }
                        }
                    });
        }
    }

    private static void draw(
            Path file, Appearance appearance, int[] size, Consumer<DemoWindow> prepare) {
        var demo =
                new DemoWindow(
                        DemoParts.settings()
                                .withModel(DemoParts.GONE)
                                .withModel(DemoParts.SMALL)
                                .withModel(DemoParts.MODEL)
                                .withAppearance(appearance));
        var scene = demo.shell.scene();
        layOut(scene, size);
        prepare.accept(demo);
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture(scene, size), "png", file.toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static BufferedImage picture(Scene scene, int[] size) {
        var root = layOut(scene, size);
        var parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(0, 0, size[0], size[1]));
        var image = root.snapshot(parameters, null);
        int[] pixels = new int[size[0] * size[1]];
        image.getPixelReader()
                .getPixels(
                        0,
                        0,
                        size[0],
                        size[1],
                        PixelFormat.getIntArgbInstance(),
                        pixels,
                        0,
                        size[0]);
        var picture = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, size[0], size[1], pixels, 0, size[0]);
        return picture;
    }

    private static Region layOut(Scene scene, int[] size) {
        var root = (Region) scene.getRoot();
        root.setMinSize(size[0], size[1]);
        root.setMaxSize(size[0], size[1]);
        for (int i = 0; i < LAYOUTS; i++) {
            root.resize(size[0], size[1]);
            root.applyCss();
            root.layout();
        }
        return root;
    }
}
