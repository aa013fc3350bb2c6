package dev.paddock.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

import dev.paddock.settings.Appearance;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Subscription;

import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.stage.Window;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Typefaces, colours and style sheets of the window. For the FX thread. */
public final class Theme implements Subscription {
    private static final double ANY_SIZE = 12;
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Italic.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "Inter-BoldItalic.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Italic.ttf",
                    "JetBrainsMono-Bold.ttf");

    private static final String LIGHT = "light";
    private static final String DARK = "dark";

    /** All on the scene: a sheet on a part of it would have its styles worked out apart. */
    private static final List<String> FEATURES =
            List.of("base", "shell", "chat", "server", "status", "models", "settings");

    /**
     * Without a graphics card, JavaFX (as of release 26) fills a letter that is drawn larger, by a
     * zoom or by the scale of the screen, by the even-odd rule: where the strokes of an icon cross,
     * there is a hole. Below an effect, though it shows nothing, it takes another way.
     */
    private static final String WHOLE_ICONS =
            inline(
                    ".ikonli-font-icon {"
                            + " -fx-effect: dropshadow(gaussian, transparent, 0, 0, 0, 0); }");

    private static boolean fontsLoaded;

    private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper(this, "dark");
    private final javafx.util.Subscription system;
    private String popups = "";
    private double factor = 1;
    private Appearance chosen = Appearance.SYSTEM;

    /** What is painted before the style sheets are read: the grounds and the lines between. */
    public record Colours(Color ground, Color side, Color line) {
        static final Colours LIGHT = of("#ffffff", "#f5f6f5", "#e2e5e3");
        static final Colours DARK = of("#14181b", "#101416", "#262c31");

        private static Colours of(String ground, String side, String line) {
            return new Colours(Color.web(ground), Color.web(side), Color.web(line));
        }
    }

    /** Applies what the system says. */
    public Theme() {
        system = Platform.getPreferences().colorSchemeProperty().subscribe(_ -> apply());
    }

    /** Follows the system no more. */
    @Override
    public void close() {
        system.unsubscribe();
    }

    /** Whether the colours shown are the dark ones. */
    public ReadOnlyBooleanProperty darkProperty() {
        return dark.getReadOnlyProperty();
    }

    /** The colours shown now. */
    public Colours colours() {
        return dark.get() ? Colours.DARK : Colours.LIGHT;
    }

    public void choose(Appearance appearance) {
        chosen = appearance;
        apply();
    }

    /** Keeps to the appearance in the settings, and {@code kit} to this. */
    public void follow(Toolkit kit, Preferences preferences) {
        kit.own(this);
        kit.watch(preferences.settings(), settings -> choose(settings.appearance()));
    }

    /** Gives {@code scene} the app's own style, now and after every change. */
    public void dress(Scene scene) {
        loadFonts();
        scene.getStylesheets()
                .setAll(
                        Stream.concat(Stream.of(LIGHT), FEATURES.stream())
                                .map(Theme::sheet)
                                .toList());
        dark.subscribe(is -> scene.getStylesheets().set(0, sheet(is ? DARK : LIGHT)));
        scene.windowProperty()
                .flatMap(Window::renderScaleXProperty)
                .subscribe(_ -> showIconsWhole(scene));
    }

    /**
     * What opens in a window of its own, as menus and tooltips, is not drawn larger with the rest.
     */
    public void zoom(Scene scene, double factor) {
        this.factor = factor;
        scene.getStylesheets().remove(popups);
        popups =
                inline(
                        ".tooltip { -fx-font-size: %dpx; } .context-menu, .combo-box-popup { -fx-font-size: %dpx; }"
                                .formatted(Math.round(12 * factor), Math.round(13 * factor)));
        if (factor != 1) {
            scene.getStylesheets().add(popups);
        }
        showIconsWhole(scene);
    }

    private void showIconsWhole(Scene scene) {
        var window = scene.getWindow();
        boolean larger = factor != 1 || window != null && window.getRenderScaleX() != 1;
        if (larger != scene.getStylesheets().contains(WHOLE_ICONS)) {
            if (larger) {
                scene.getStylesheets().add(WHOLE_ICONS);
            } else {
                scene.getStylesheets().remove(WHOLE_ICONS);
            }
        }
    }

    private static String inline(String sheet) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(sheet.getBytes(StandardCharsets.UTF_8));
    }

    private static String sheet(String name) {
        var source = Theme.class.getResource("/dev/paddock/ui/" + name + ".css");
        return Objects.requireNonNull(source, name).toExternalForm();
    }

    private void apply() {
        boolean wanted =
                switch (chosen) {
                    case LIGHT -> false;
                    case DARK -> true;
                    case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
                };
        var colours = wanted ? new PrimerDark() : new PrimerLight();
        var sheet = colours.getUserAgentStylesheetBSS();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        dark.set(wanted);
    }

    /** Loads the typefaces, once; who comes second waits for the first. From any thread. */
    public static synchronized void loadFonts() {
        if (!fontsLoaded) {
            FONTS.forEach(Theme::loadFont);
            fontsLoaded = true;
        }
    }

    private static void loadFont(String file) {
        try (InputStream data = Theme.class.getResourceAsStream("/dev/paddock/fonts/" + file)) {
            Font.loadFont(Objects.requireNonNull(data, file), ANY_SIZE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
