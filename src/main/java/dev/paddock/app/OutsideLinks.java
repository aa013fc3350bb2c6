package dev.paddock.app;

import dev.paddock.desktop.OpenFailure;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Opens folders and web addresses in the system's own programs; the window says when there is none.
 * For any thread.
 */
final class OutsideLinks {
    private static final String TOPIC = "outside";
    private static final String FILE = "file:";

    private final Toolkit kit;
    private final Executor background;
    private final Function<String, Optional<OpenFailure>> opener;

    /**
     * @param opener opens an absolute URI, or says why not; may block
     */
    OutsideLinks(Toolkit kit, Executor background, Function<String, Optional<OpenFailure>> opener) {
        this.kit = kit;
        this.background = background;
        this.opener = opener;
    }

    /** Returns at once. */
    void open(Path file) {
        open(file.toUri());
    }

    /** Returns at once. */
    void open(URI address) {
        open(address.toString());
    }

    /** Returns at once; starting a browser may take its time. */
    void open(String address) {
        background.execute(
                () -> {
                    var failure = opener.apply(address);
                    kit.ui()
                            .execute(
                                    () ->
                                            failure.ifPresentOrElse(
                                                    why -> tell(readable(address), why),
                                                    () -> kit.notices().withdraw(TOPIC)));
                });
    }

    private void tell(String address, OpenFailure why) {
        var words = kit.words();
        var copy = new Action(words.of("outside.copy"), () -> SystemClipboard.put(address));
        kit.notices().show(Notice.lasting(TOPIC, Severity.WARNING, text(address, why), copy));
    }

    private String text(String address, OpenFailure why) {
        var words = kit.words();
        return switch (why) {
            case OpenFailure.NoProgram _ -> words.of("outside.noProgram", address);
            case OpenFailure.Refused(var program, int status) ->
                    words.of("outside.refused", address, program, Integer.toString(status));
            case OpenFailure.NotRun(var program) -> words.of("outside.notRun", address, program);
        };
    }

    /** A folder by its path, as a person would look for it. */
    private static String readable(String address) {
        try {
            return address.startsWith(FILE) ? Path.of(URI.create(address)).toString() : address;
        } catch (IllegalArgumentException | FileSystemNotFoundException elsewhere) {
            return address;
        }
    }
}
