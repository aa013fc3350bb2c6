package dev.paddock.sqlite;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.util.Set;

/**
 * Tells when the system says that something happened to a file or to its folder. Costs nothing
 * while nothing happens. A thread of its own, until it is closed.
 */
final class PlaceWatch implements AutoCloseable {
    private static final WatchEvent.Kind<?>[] KINDS = {
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_DELETE,
        StandardWatchEventKinds.ENTRY_MODIFY
    };

    private final WatchService service;
    private final Path file;
    private final Runnable happened;

    /**
     * @param file absolute; its folder exists
     * @param happened called on the thread of this watch
     * @throws IOException when the system watches nothing more
     */
    PlaceWatch(Path file, Runnable happened) throws IOException {
        this.file = file;
        this.happened = happened;
        service = file.getFileSystem().newWatchService();
        try {
            register();
        } catch (IOException e) {
            service.close();
            throw e;
        }
        Thread.ofPlatform().daemon().name("history-watch").start(this::run);
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException gone) {
            // The thread ends with it in any case.
        }
    }

    /** The folder as well, because one that is renamed tells only its own folder. */
    private void register() throws IOException {
        var folder = file.getParent();
        folder.register(service, KINDS);
        if (folder.getParent() != null) {
            folder.getParent()
                    .register(
                            service,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_DELETE);
        }
    }

    private void run() {
        try {
            while (true) {
                var key = service.take();
                boolean ours = key.pollEvents().stream().anyMatch(this::ours);
                if (!key.reset() || ours) {
                    happened.run();
                    register();
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException over) {
            // Nobody wants to know any more.
        } catch (IOException folderGone) {
            // Each write looks for itself.
        }
    }

    private boolean ours(WatchEvent<?> event) {
        return event.kind() == StandardWatchEventKinds.OVERFLOW
                || event.context() instanceof Path name
                        && Set.of(file.getFileName(), file.getParent().getFileName())
                                .contains(name);
    }
}
