package dev.paddock.files;

import dev.paddock.chat.DraftStore;
import dev.paddock.json.JsonTree;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is being written, in one JSON file. One that cannot be understood is put beside, never
 * overwritten.
 */
public final class DraftFile implements DraftStore {
    private static final Logger LOG = LoggerFactory.getLogger(DraftFile.class);
    private static final String UNREADABLE = ".unreadable";

    private final Path file;
    private volatile Optional<Path> putAside = Optional.empty();

    public DraftFile(Path file) {
        this.file = file;
    }

    @Override
    public Map<String, String> load() {
        var found = new HashMap<String, String>();
        if (Files.exists(file)) {
            try {
                JsonTree.read(Files.readAllBytes(file))
                        .forEach((name, text) -> found.put(name, text.toString()));
            } catch (IOException | JacksonException unreadable) {
                LOG.warn("What was being written cannot be read: {}", file, unreadable);
                putBeside();
            }
        }
        return found;
    }

    /** Where {@link #load} put a file that cannot be understood. */
    public Optional<Path> putAside() {
        return putAside;
    }

    @Override
    public void save(Map<String, String> drafts) {
        try {
            var sorted = new LinkedHashMap<String, Object>(new TreeMap<>(drafts));
            AtomicFile.replace(file, JsonTree.write(sorted));
        } catch (IOException refused) {
            LOG.warn("What is being written cannot be kept: {}", file, refused);
            throw new UncheckedIOException(refused);
        }
    }

    private void putBeside() {
        try {
            var beside = beside(1);
            for (int number = 2; Files.exists(beside); number++) {
                beside = beside(number);
            }
            Files.move(file, beside);
            putAside = Optional.of(beside);
        } catch (IOException stays) {
            LOG.warn("It stays where it is", stays);
        }
    }

    private Path beside(int number) {
        String which = number == 1 ? "" : "-" + number;
        return file.resolveSibling(file.getFileName() + UNREADABLE + which);
    }
}
