package dev.paddock.ui.common;

import javafx.application.Platform;

/** The one way onto the FX thread. */
public final class UiThread implements UiExecutor {
    @Override
    public boolean isCurrent() {
        return Platform.isFxApplicationThread();
    }

    @Override
    public void execute(Runnable job) {
        if (isCurrent()) {
            job.run();
        } else {
            Platform.runLater(job);
        }
    }
}
