package dev.paddock.model;

import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * The models a person used lately, each with what its header says. Commands are safe from any
 * thread and return at once; the files are read by {@code executor}.
 */
public final class ModelLibrary {
    private final ModelReader reader;
    private final Executor executor;
    private final Map<Path, Entry> known = new LinkedHashMap<>();
    private final Signal<List<Entry>> entries = new Signal<>(List.of());

    /** One model file of the library. */
    public sealed interface Entry {
        Path path();
    }

    /** Its header has not been read yet. */
    public record Reading(Path path) implements Entry {}

    public record Readable(ModelFile file) implements Entry {
        @Override
        public Path path() {
            return file.path();
        }
    }

    public record Broken(ModelProblem problem, Path path) implements Entry {}

    /**
     * @param executor runs one task for each file; must not run it on the caller's thread when that
     *     one must not block
     */
    public ModelLibrary(ModelReader reader, Executor executor) {
        this.reader = reader;
        this.executor = executor;
    }

    /** In the order they were last shown in. */
    public Observable<List<Entry>> entries() {
        return entries;
    }

    /** Makes {@code paths} the library; only those it does not hold yet are read. */
    public void show(List<Path> paths) {
        var unread = new ArrayList<Reading>();
        synchronized (this) {
            if (List.copyOf(known.keySet()).equals(paths)) {
                return;
            }
            var before = Map.copyOf(known);
            known.clear();
            for (Path path : paths) {
                var entry = before.getOrDefault(path, new Reading(path));
                if (known.putIfAbsent(path, entry) == null && !before.containsKey(path)) {
                    unread.add((Reading) entry);
                }
            }
            publish();
        }
        entries.tell();
        read(unread);
    }

    /** Reads all of them again, because files may have changed. */
    public void refresh() {
        var unread = new ArrayList<Reading>();
        synchronized (this) {
            known.replaceAll((path, _) -> new Reading(path));
            known.values().forEach(entry -> unread.add((Reading) entry));
            publish();
        }
        entries.tell();
        read(unread);
    }

    private void read(List<Reading> unread) {
        for (var reading : unread) {
            executor.execute(() -> read(reading));
        }
    }

    /** A defect is told as well to whoever logs what nobody caught. */
    private void read(Reading reading) {
        try {
            settle(reading, entryOf(reading.path()));
        } catch (RuntimeException defect) {
            var path = reading.path();
            settle(reading, new Broken(new ModelProblem.ReaderDefect(path), path));
            var thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, defect);
        }
    }

    /** Puts the result in, unless the library has moved on since. */
    private void settle(Reading reading, Entry result) {
        synchronized (this) {
            if (known.get(reading.path()) == reading) {
                known.put(reading.path(), result);
                publish();
            }
        }
        entries.tell();
    }

    private Entry entryOf(Path path) {
        try {
            return new Readable(reader.read(path));
        } catch (ModelException unusable) {
            return new Broken(unusable.problem(), path);
        }
    }

    /** Under the lock; whoever leaves it tells. */
    private void publish() {
        entries.put(List.copyOf(known.values()));
    }
}
