package planted.runlater.ui.common;

import javafx.application.Platform;

/** Is not UiThread, only called alike. */
public class UiThreadOfAViolator {
    void go() {
        Platform.runLater(() -> {});
    }
}
