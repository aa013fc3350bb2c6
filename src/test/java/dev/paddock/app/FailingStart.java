package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.files.AppDirs;
import dev.paddock.ui.platform.FirstFrame;
import dev.paddock.ui.words.Words;

import javafx.event.Event;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

import java.util.List;

/** The app in a process of its own whose views cannot be made; a person reads why and quits. */
final class FailingStart {
    private FailingStart() {}

    static void main(String[] arguments) throws Exception {
        var line = CommandLine.parse(List.of(arguments));
        var dirs = new AppDirs(line.dataDir().orElseThrow());
        var start =
                new PaddockApp.Start() {
                    @Override
                    public void painted() {
                        FirstFrame.then(FailingStart::readAndQuit);
                        throw new IllegalStateException("no views");
                    }
                };
        var app = new PaddockApp(line, dirs, new Words(), System.out, System.err, start);
        System.exit(app.run());
    }

    private static void readAndQuit() {
        var scene = Window.getWindows().getFirst().getScene();
        System.out.println(((Label) scene.lookup(".label")).getText());
        Event.fireEvent(
                scene.getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.Q, false, true, false, false));
    }
}
