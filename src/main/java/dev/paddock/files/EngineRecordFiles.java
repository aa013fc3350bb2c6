package dev.paddock.files;

import dev.paddock.engine.check.EngineRecord;
import dev.paddock.engine.check.EngineRecords;
import dev.paddock.json.JsonTree;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One small file for each engine. They outlive the app but need not outlive the machine's power, so
 * nothing is forced to the disk. A file that makes no sense is removed.
 */
public final class EngineRecordFiles implements EngineRecords {
    private static final Logger LOG = LoggerFactory.getLogger(EngineRecordFiles.class);
    private static final String ENDING = ".json";
    private static final long MOST_BYTES = 64 << 10;

    private final Path folder;

    /**
     * @param folder made when it is first needed
     */
    public EngineRecordFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public void add(EngineRecord engine) {
        try {
            OwnerOnly.folder(folder);
            Path unfinished = folder.resolve(engine.pid() + ".new");
            try (var out = OwnerOnly.write(unfinished)) {
                out.write(JsonTree.write(toJson(engine)));
            }
            Files.move(unfinished, file(engine), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            LOG.warn("engine {} is not recorded", engine.pid(), refused);
        }
    }

    @Override
    public void remove(EngineRecord engine) {
        remove(file(engine));
    }

    @Override
    public List<EngineRecord> all() {
        var found = new ArrayList<EngineRecord>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                read(file, found);
            }
        } catch (NoSuchFileException neverStarted) {
            return List.of();
        } catch (IOException | java.nio.file.DirectoryIteratorException unreadable) {
            LOG.warn("the records of engines cannot be read", unreadable);
        }
        return List.copyOf(found);
    }

    private void read(Path file, List<EngineRecord> into) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("too large");
            }
            var engine = fromJson(JsonTree.read(Files.readAllBytes(file)));
            if (!file.equals(file(engine))) {
                throw new IOException("of another process");
            }
            into.add(engine);
        } catch (IOException | RuntimeException senseless) {
            LOG.warn("the record {} makes no sense", file.getFileName(), senseless);
            remove(file);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            LOG.warn("the record {} stays", file.getFileName(), refused);
        }
    }

    private Path file(EngineRecord engine) {
        return folder.resolve(engine.pid() + ENDING);
    }

    private static Map<String, Object> toJson(EngineRecord engine) {
        var json = new LinkedHashMap<String, Object>();
        json.put("pid", engine.pid());
        json.put("started", engine.started().toString());
        json.put("executable", engine.executable().toString());
        json.put("port", engine.port());
        json.put("token", engine.token());
        json.put("owner", engine.owner());
        json.put("ownerStarted", engine.ownerStarted().toString());
        return json;
    }

    private static EngineRecord fromJson(Map<String, Object> json) {
        return new EngineRecord(
                number(json, "pid"),
                instant(json, "started"),
                Path.of(text(json, "executable")),
                Math.toIntExact(number(json, "port")),
                text(json, "token"),
                number(json, "owner"),
                instant(json, "ownerStarted"));
    }

    /** Only whole numbers, and none that would have to be cut. */
    private static long number(Map<String, Object> json, String name) {
        return switch (json.get(name)) {
            case Integer number -> number;
            case Long number -> number;
            case null, default -> throw new IllegalArgumentException(name);
        };
    }

    private static String text(Map<String, Object> json, String name) {
        if (json.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(name);
    }

    private static Instant instant(Map<String, Object> json, String name) {
        try {
            return Instant.parse(text(json, name));
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(name, wrong);
        }
    }
}
