package dev.paddock.llama.process;

import dev.paddock.engine.ComputeDevice;
import dev.paddock.llama.process.EngineQuestion.Errors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks each engine for its help and its version once, and again when the file has changed. Safe
 * from any thread.
 */
public final class HelpCache {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String VERSION = "version:";

    private static final String LIST_DEVICES = "--list-devices";

    private final Map<Key, EngineHelp> known = new ConcurrentHashMap<>();
    private final Map<Path, List<ComputeDevice>> devices = new ConcurrentHashMap<>();

    private record Key(Path engine, long bytes, FileTime modified) {}

    /** Blocks for some 30 ms the first time, ten seconds at most. */
    EngineHelp of(Path engine) {
        try {
            var key = key(engine);
            var help = known.get(key);
            if (help == null) {
                help = read(engine);
                if (help.known()) {
                    known.put(key, help);
                }
            }
            return help;
        } catch (IOException unreadable) {
            return EngineHelp.unknown();
        }
    }

    /** What the engine calls itself, when it was asked before; never asks. */
    Optional<String> version(Path engine) {
        try {
            return Optional.ofNullable(known.get(key(engine))).flatMap(EngineHelp::version);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Asks a build that can tell for its devices, and for how much of their memory is free now.
     * Blocks for some 150 ms, five seconds at most.
     */
    void askForDevices(Path engine) {
        if (of(engine).knows(LIST_DEVICES)) {
            try {
                var list = EngineQuestion.begin(engine, LIST_DEVICES, Errors.APART).text(LIMIT);
                DeviceList.parse(list).ifPresent(found -> devices.put(engine, found));
            } catch (IOException refused) {
                devices.remove(engine);
            }
        }
    }

    /** A start told of them. */
    void foundDevices(Path engine, List<ComputeDevice> found) {
        devices.put(engine, found);
    }

    /** What it told of last; never asks. */
    Optional<List<ComputeDevice>> devices(Path engine) {
        return Optional.ofNullable(devices.get(engine));
    }

    private static Key key(Path engine) throws IOException {
        return new Key(engine, Files.size(engine), Files.getLastModifiedTime(engine));
    }

    private static EngineHelp read(Path engine) throws IOException {
        // Both at the same time: each takes what the start of a process takes.
        var help = EngineQuestion.begin(engine, "--help", Errors.APART);
        var version = EngineQuestion.begin(engine, "--version", Errors.AMONG);
        return EngineHelp.parse(help.text(LIMIT)).withVersion(version(version.text(LIMIT)));
    }

    /** {@code version: 0.7.0 (build 11669, commit x)}, between other lines in some builds. */
    private static Optional<String> version(String output) {
        return output.lines()
                .filter(line -> line.startsWith(VERSION))
                .map(line -> line.substring(VERSION.length()).strip())
                .findFirst();
    }
}
