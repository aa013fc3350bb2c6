package dev.paddock.ui.chat;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFiles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mends the history in memory when it is set aside, unless it is told to fail. */
final class FakeHistoryFiles implements HistoryFiles {
    final List<String> done = new ArrayList<>();
    volatile Optional<KeptCopy> copy = Optional.empty();
    volatile Optional<HistoryFailure> refusal = Optional.empty();
    private final FakeHistory history;

    FakeHistoryFiles(FakeHistory history) {
        this.history = history;
    }

    @Override
    public List<KeptCopy> copies() {
        return copy.stream().toList();
    }

    @Override
    public Optional<KeptCopy> copy() {
        return copy;
    }

    @Override
    public Path setAside() {
        return replaced("set aside");
    }

    @Override
    public Path restore(KeptCopy from) {
        return replaced("restored " + from.file());
    }

    private Path replaced(String what) {
        if (refusal.isPresent()) {
            throw new HistoryException(refusal.get());
        }
        done.add(what);
        history.mend();
        return Path.of("/data/history-damaged-2026-11-30.db");
    }
}
