package planted.runlater.ui.common;

import javafx.application.Platform;

import java.util.concurrent.Executor;

/** The same, without a call. */
public class ViolatorByReference {
    final Executor fx = Platform::runLater;
}
