package planted.runlater.ui.chat;

import javafx.application.Platform;

/** Goes its own way onto the FX thread. */
public class Violator {
    void go() {
        Platform.runLater(() -> {});
    }
}
