package dev.paddock.ui.platform;

import javafx.application.Application;
import javafx.application.HostServices;
import javafx.stage.Stage;

import java.net.URI;
import java.util.concurrent.Executor;

/** Opens folders and web addresses in the system's own programs. */
public final class SystemBrowser {
    private final Executor background;
    private final HostServices services;

    public SystemBrowser(Executor background) {
        this.background = background;
        // The services want an application, and this app is started without one.
        services =
                new Application() {
                    @Override
                    public void start(Stage unused) {}
                }.getHostServices();
    }

    public void open(URI address) {
        open(address.toString());
    }

    /** Returns at once; starting a browser may take its time. */
    public void open(String address) {
        background.execute(() -> services.showDocument(address));
    }
}
