package dev.paddock.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.model.TinyModel;
import dev.paddock.model.UnsupervisedEngine;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

class OshiDevicesTest {
    @TempDir Path folder;

    @Test
    void knowsTheMemoryOfThisMachine() {
        try (var devices = new OshiDevices()) {
            var snapshot = devices.read(OptionalLong.empty());
            assertTrue(snapshot.ramTotalBytes() > 256L << 20);
            assertTrue(snapshot.ramUsedBytes() > 0);
            assertTrue(snapshot.ramUsedBytes() <= snapshot.ramTotalBytes());
            assertEquals(OptionalLong.empty(), snapshot.engineBytes());
        }
    }

    @Test
    void countsTheEngineWithItsChildren() throws Exception {
        Path model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        try (var engine = new UnsupervisedEngine(model);
                var devices = new OshiDevices()) {
            engine.get("/health");
            long alone = bytes(devices, engine.pid());
            assertTrue(alone > 10L << 20, alone + " bytes");
            assertTrue(bytes(devices, ProcessHandle.current().pid()) > alone);
        }
    }

    @Test
    void anEndedEngineHasNoMemory() throws Exception {
        try (var engine = new UnsupervisedEngine(folder);
                var devices = new OshiDevices()) {
            engine.exitCode();
            assertEquals(
                    OptionalLong.empty(),
                    devices.read(OptionalLong.of(engine.pid())).engineBytes());
        }
    }

    @Test
    void startsLateAndSurvivesAMachineWhereItCannotWork() {
        var asked = new AtomicInteger();
        try (var devices =
                new OshiDevices(
                        () -> {
                            asked.incrementAndGet();
                            throw new UnsatisfiedLinkError("no native library");
                        })) {
            assertEquals(0, asked.get());
            assertEquals(List.of(), devices.read(OptionalLong.empty()).gpus());
            assertEquals(0, devices.read(OptionalLong.empty()).ramTotalBytes());
            assertEquals(1, asked.get());
        }
    }

    @Test
    void worksAgainAfterClose() {
        var devices = new OshiDevices();
        devices.read(OptionalLong.empty());
        devices.close();
        assertTrue(devices.read(OptionalLong.empty()).ramTotalBytes() > 0);
        devices.close();
    }

    private static long bytes(OshiDevices devices, long pid) {
        return devices.read(OptionalLong.of(pid)).engineBytes().orElseThrow();
    }
}
