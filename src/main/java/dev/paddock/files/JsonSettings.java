package dev.paddock.files;

import dev.paddock.json.JsonTree;
import dev.paddock.settings.Settings;
import dev.paddock.settings.SettingsStore;

import tools.jackson.core.JacksonException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The settings in one JSON file. A file that is no JSON object is put aside, never overwritten;
 * where that cannot be done, {@link #save} fails instead. Keys this version does not know stay in
 * the file. Safe from any thread.
 */
public final class JsonSettings implements SettingsStore {
    private static final long MOST_BYTES = 4 << 20;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Path file;
    private final Clock clock;
    private Map<String, Object> kept = Map.of();
    private boolean stillInTheWay;

    /** The file as it was, while it is to be copied before it is written. */
    private Optional<byte[]> toCopy = Optional.empty();

    public JsonSettings(Path file) {
        this(file, Clock.systemDefaultZone());
    }

    JsonSettings(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    @Override
    public synchronized Loaded load() {
        kept = Map.of();
        if (!Files.exists(file)) {
            return new Loaded(Settings.DEFAULT, Optional.empty());
        }
        try {
            kept = parse();
        } catch (IOException | JacksonException unreadable) {
            stillInTheWay = true;
            return new Loaded(Settings.DEFAULT, tryToPutAside());
        }
        var reader = new SettingsJson();
        var settings = reader.read(kept);
        var refused = reader.refused();
        return new Loaded(
                settings,
                Optional.empty(),
                refused,
                refused.isEmpty() ? Optional.empty() : tryToCopy(),
                reader.renamed(),
                reader.unreadablePaths());
    }

    @Override
    public synchronized void save(Settings settings) {
        var root = new LinkedHashMap<>(kept);
        SettingsJson.write(settings, root);
        try {
            if (stillInTheWay) {
                putAside();
            }
            if (toCopy.isPresent()) {
                copy(toCopy.get());
            }
            AtomicFile.replace(file, JsonTree.write(root));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        kept = root;
    }

    /**
     * As they would be kept, but for the models used lately and what is set for other models: those
     * say more than a report needs.
     */
    public static String text(Settings settings) {
        var root = new LinkedHashMap<String, Object>();
        SettingsJson.write(settings.withOptions(all -> all.onlyOf(settings.model())), root);
        root.remove(SettingsJson.RECENT);
        return new String(JsonTree.write(root), StandardCharsets.UTF_8);
    }

    private Map<String, Object> parse() throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("too large");
        }
        return JsonTree.read(Files.readAllBytes(file));
    }

    private Optional<Path> tryToCopy() {
        try {
            toCopy = Optional.of(Files.readAllBytes(file));
            return Optional.of(copy(toCopy.get()));
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    /** One copy of the same is enough, however often it is read. */
    private Path copy(byte[] content) throws IOException {
        for (int number = 1; ; number++) {
            Path copy = beside("refused", number);
            if (!Files.exists(copy)) {
                AtomicFile.replace(copy, content);
            } else if (!Arrays.equals(content, Files.readAllBytes(copy))) {
                continue;
            }
            toCopy = Optional.empty();
            return copy;
        }
    }

    private Optional<Path> tryToPutAside() {
        try {
            return Optional.of(putAside());
        } catch (IOException impossible) {
            return Optional.empty();
        }
    }

    private Path putAside() throws IOException {
        int number = 1;
        while (Files.exists(beside("unreadable", number))) {
            number++;
        }
        Path aside = beside("unreadable", number);
        Files.move(file, aside);
        stillInTheWay = false;
        return aside;
    }

    private Path beside(String why, int number) {
        String stamp = LocalDateTime.now(clock).format(STAMP);
        String which = number == 1 ? "" : "-" + number;
        return file.resolveSibling("settings." + why + "-" + stamp + which + ".json");
    }
}
