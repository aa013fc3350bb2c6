package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.app.cli.UsageException;
import dev.paddock.files.AppDirs;
import dev.paddock.ui.platform.FirstFrame;
import dev.paddock.ui.words.Words;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.util.List;

/**
 * One process of the start-up benchmark: opens the app's window, or a blank one, prints {@link
 * #PAINTED} once it is drawn, the app's {@link #USABLE} too once its views are, and ends.
 */
public final class FirstWindow {
    public static final String PAINTED = "painted";
    public static final String USABLE = "usable";

    /** In place of the data folder: a blank window that stays until the process is ended. */
    public static final String STAY = "--stay";

    private static final int WIDTH = 980;
    private static final int HEIGHT = 700;

    private FirstWindow() {}

    static void main(String[] args) throws UsageException {
        if (args.length == 0) {
            Platform.startup(
                    () ->
                            blank(
                                    () -> {
                                        say(PAINTED);
                                        Runtime.getRuntime().halt(0);
                                    }));
        } else if (args[0].equals(STAY)) {
            Platform.startup(() -> blank(() -> {}));
        } else {
            var line = CommandLine.parse(List.of());
            var dirs = new AppDirs(Path.of(args[0]));
            new PaddockApp(line, dirs, new Words(), System.out, System.err, new Told()).run();
        }
    }

    private static void blank(Runnable painted) {
        var stage = new Stage();
        stage.setScene(new Scene(new StackPane(), WIDTH, HEIGHT));
        stage.show();
        FirstFrame.then(painted);
    }

    private static void say(String what) {
        System.out.println(what);
        System.out.flush();
    }

    private static final class Told implements PaddockApp.Start {
        @Override
        public void painted() {
            say(PAINTED);
        }

        @Override
        public void usable() {
            say(USABLE);
            Runtime.getRuntime().halt(0);
        }
    }
}
