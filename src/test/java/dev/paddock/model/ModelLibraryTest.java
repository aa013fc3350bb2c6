package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.model.ModelLibrary.Broken;
import dev.paddock.model.ModelLibrary.Entry;
import dev.paddock.model.ModelLibrary.Readable;
import dev.paddock.model.ModelLibrary.Reading;
import dev.paddock.signal.Elsewhere;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class ModelLibraryTest {
    private static final Path A = Path.of("a.gguf");
    private static final Path B = Path.of("b.gguf");
    private static final Path BAD = Path.of("bad.gguf");

    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final List<Path> read = new ArrayList<>();
    private final ModelLibrary library = new ModelLibrary(this::read, waiting::add);

    @Test
    void listenersAreCalledOutsideItsLock() {
        var elsewhere = new Elsewhere();
        library.entries().subscribe(_ -> elsewhere.run(() -> library.show(List.of(A))));
        library.show(List.of(A));
        library.refresh();
        runAll();
        elsewhere.assertEnded(4);
    }

    @Test
    void listsAtOnceAndFillsIn() {
        library.show(List.of(A, BAD));
        assertEquals(List.of(new Reading(A), new Reading(BAD)), entries());
        runAll();
        assertEquals(
                List.of(new Readable(file(A)), new Broken(new ModelProblem.Missing(BAD), BAD)),
                entries());
    }

    @Test
    void readsOnlyWhatIsNew() {
        library.show(List.of(A));
        runAll();
        library.show(List.of(B, A));
        library.show(List.of(B, A));
        runAll();
        assertEquals(List.of(A, B), read);
        assertEquals(List.of(new Readable(file(B)), new Readable(file(A))), entries());
    }

    @Test
    void readsAllAgainOnRequest() {
        library.show(List.of(A, B));
        runAll();
        library.refresh();
        assertEquals(List.of(new Reading(A), new Reading(B)), entries());
        runAll();
        assertEquals(List.of(A, B, A, B), read);
    }

    @Test
    void dropsAnAnswerForAFileThatIsGoneFromIt() {
        library.show(List.of(A));
        library.show(List.of());
        runAll();
        assertEquals(List.of(), entries());
    }

    @Test
    void survivesAReaderThatFails() {
        var failing =
                new ModelLibrary(
                        path -> {
                            throw new IllegalStateException("disk on fire");
                        },
                        Runnable::run);
        failing.show(List.of(A));
        var entry = (Broken) failing.entries().value().getFirst();
        assertEquals(new ModelProblem.ReaderDefect(A), entry.problem());
    }

    private List<Entry> entries() {
        return library.entries().value();
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private ModelFile read(Path path) throws ModelException {
        read.add(path);
        if (path.equals(BAD)) {
            throw new ModelException(new ModelProblem.Missing(path));
        }
        return file(path);
    }

    private static ModelFile file(Path path) {
        return new ModelFile(
                path,
                Optional.empty(),
                1,
                new ModelFile.Architecture(
                        "llama", OptionalInt.empty(), OptionalInt.empty(), Optional.empty()),
                Optional.empty(),
                OptionalLong.empty(),
                false);
    }
}
