package dev.paddock.instance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets one Paddock at a time use a data folder. The lock goes with the process, however it ends.
 */
public final class SingleInstance implements AutoCloseable {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final FileChannel channel;
    private final FileLock lock;

    private SingleInstance(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** How a start ends at the data folder it wants. */
    public sealed interface Entry {
        /** It has the folder for itself. */
        record Alone(SingleInstance lock) implements Entry {}

        /** The Paddock that has it does what was asked for. */
        record HandedOver() implements Entry {}

        /** Another Paddock has it and did not answer. */
        record Refused() implements Entry {}
    }

    /**
     * Takes the folder, or hands over to the one that has it. That one may be about to begin to
     * listen, or about to end.
     *
     * @throws IOException when the folder cannot be made or written to
     */
    public static Entry enter(Path folder, List<String> arguments, Duration patience)
            throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            var lock = take(folder);
            if (lock.isPresent()) {
                return new Entry.Alone(lock.get());
            }
            var left = Duration.ofNanos(end - System.nanoTime());
            if (left.isNegative()) {
                return new Entry.Refused();
            }
            if (InstanceServer.handOver(folder, arguments, left)) {
                return new Entry.HandedOver();
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
    }

    /**
     * Takes the folder, creating it if needed; empty when another Paddock has it.
     *
     * @throws IOException when the folder cannot be made or written to
     */
    static Optional<SingleInstance> take(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("paddock.lock"),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        InstanceServer.ownerOnly(folder));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new SingleInstance(channel, lock));
            }
        } catch (OverlappingFileLockException heldByThisProcess) {
            // Another instance in this process has it, as in a test.
        }
        channel.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException gone) {
            // The operating system frees the lock when the process ends.
        }
    }
}
