package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The engine with a device that the processor computes, and a driver in between that lets the
 * device fail as a test wants it.
 */
final class FaultyDevice {
    private static final Path ENGINE = Path.of("engine-vulkan/llama-server").toAbsolutePath();
    private static final Path SOURCE = Path.of("src/test/native/faulty-vulkan.c").toAbsolutePath();
    private static final Path COMPILER = Path.of("/usr/bin/cc");

    private final Path folder;
    private final Path lost;
    private final Path full;

    private FaultyDevice(Path folder) {
        this.folder = folder;
        lost = folder.resolve("lost");
        full = folder.resolve("full");
    }

    /** Skips the test where there is no such device. */
    static FaultyDevice in(Path folder) throws Exception {
        assumeTrue(
                Files.isExecutable(ENGINE),
                "no device: packaging/engine/assemble.sh --variant vulkan-software makes one");
        assumeTrue(Files.isExecutable(COMPILER), "no C compiler for the faulty driver");
        var device = new FaultyDevice(folder);
        device.build();
        return device;
    }

    private void build() throws Exception {
        var library = folder.resolve("libfaulty_vulkan.so");
        var compiler =
                new ProcessBuilder(
                                COMPILER.toString(),
                                "-shared",
                                "-fPIC",
                                "-O1",
                                "-o",
                                library.toString(),
                                SOURCE.toString(),
                                "-ldl")
                        .inheritIO()
                        .start();
        assertEquals(0, compiler.waitFor());
        Files.writeString(
                folder.resolve("faulty.icd.json"),
                """
                {"file_format_version": "1.0.0",
                 "ICD": {"library_path": "%s", "api_version": "1.3.0"}}
                """
                        .formatted(library));
    }

    /** The engine with a device of so much memory. */
    Path engine(long heapBytes) throws Exception {
        return engine("faulty.icd.json", "FAULTY_HEAP=" + heapBytes);
    }

    /** The engine with a device that fails only when it is told to. */
    Path engine() throws Exception {
        return engine("faulty.icd.json", "");
    }

    /** The engine where the device has no driver. */
    Path withoutDriver() throws Exception {
        return engine("nowhere.json", "");
    }

    private Path engine(String driver, String more) throws Exception {
        var script = folder.resolve("llama-server");
        Files.writeString(
                script,
                """
                #!/bin/sh
                export VK_DRIVER_FILES='%s' FAULTY_LOST='%s' FAULTY_FULL='%s' %s
                exec '%s' "$@"
                """
                        .formatted(folder.resolve(driver), lost, full, more, ENGINE));
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    /** Until it is {@link #found} again, the device is lost. */
    void lose() throws Exception {
        Files.createFile(lost);
    }

    void found() throws Exception {
        Files.delete(lost);
    }

    /** From now on it has no more memory to give. */
    void fill() throws Exception {
        Files.createFile(full);
    }
}
