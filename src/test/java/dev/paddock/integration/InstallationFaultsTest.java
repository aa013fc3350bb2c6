package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.Failure;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Engines that are not there, not whole, or not for this computer. */
@Timeout(60)
@EnabledOnOs(OS.LINUX)
class InstallationFaultsTest {
    private static final int ELF_MACHINE_AT = 18;
    private static final byte ARM_64 = (byte) 0xb7;
    private static final String PROGRAM = "llama-server.bin";

    /** Where the engine is, its loader says: these must not be links to the whole one. */
    private static final Set<String> COPIED =
            Set.of("llama-server", PROGRAM, "ld-linux-x86-64.so.2");

    @TempDir Path folder;
    private Path model;

    @BeforeEach
    void model() throws IOException {
        model = RealEngine.tinyModel(folder);
    }

    private Failure failure(Path engine) throws Exception {
        var settings = RealEngine.plan(model, "-t 1").options();
        return RealEngine.failure(new LaunchPlan(engine, model, settings));
    }

    /** The real engine without the files that {@code hidden} names. */
    private Path without(Predicate<String> hidden) throws IOException {
        var place = Files.createDirectory(folder.resolve("engine"));
        try (var files = Files.list(RealEngine.executable().getParent())) {
            files.filter(file -> !hidden.test(file.getFileName().toString()))
                    .forEach(file -> put(file, place.resolve(file.getFileName())));
        }
        return place.resolve("llama-server");
    }

    private static void put(Path file, Path target) {
        try {
            if (COPIED.contains(file.getFileName().toString())) {
                Files.copy(file, target);
            } else {
                Files.createSymbolicLink(target, file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Test
    @Fault(1)
    @DisplayName("row 1: the program is missing")
    void missing() throws Exception {
        var engine = folder.resolve("nowhere/llama-server");
        assertEquals(new Failure.EngineMissing(engine), failure(engine));
    }

    @Test
    @Fault(2)
    @DisplayName("row 2: it may not be executed, or is a folder")
    void notExecutable() throws Exception {
        var engine = Files.copy(RealEngine.executable(), folder.resolve("llama-server"));
        assertTrue(engine.toFile().setExecutable(false, false));
        assertEquals(new Failure.EngineNotExecutable(engine), failure(engine));
        assertEquals(new Failure.EngineNotExecutable(folder), failure(folder));
    }

    @Test
    @Fault(3)
    @DisplayName("row 3: it is built for another processor")
    void anotherProcessor() throws Exception {
        byte[] program = Files.readAllBytes(RealEngine.executable().resolveSibling(PROGRAM));
        program[ELF_MACHINE_AT] = ARM_64;
        assertWrongFormat(program);
    }

    @ParameterizedTest(name = "row 4: only {0} bytes of it are there")
    @Fault(4)
    @ValueSource(ints = {0, 1, 63})
    void empty(int bytes) throws Exception {
        byte[] program = Files.readAllBytes(RealEngine.executable().resolveSibling(PROGRAM));
        assertWrongFormat(java.util.Arrays.copyOf(program, bytes));
    }

    private void assertWrongFormat(byte[] program) throws Exception {
        var engine = Files.write(folder.resolve("llama-server"), program);
        assertTrue(engine.toFile().setExecutable(true));
        assertEquals(new Failure.EngineWrongFormat(engine), failure(engine));
    }

    @Test
    @Fault(5)
    @DisplayName("row 5: one of its libraries is missing")
    void libraryMissing() throws Exception {
        var engine = without(name -> name.startsWith("libllama.so"));
        assertEquals(
                new Failure.LibraryMissing(engine, Optional.of("libllama.so.0")), failure(engine));
    }

    @Test
    @Fault(5)
    @DisplayName("row 5: one of its libraries is cut short")
    void libraryBroken() throws Exception {
        var engine = without(name -> name.startsWith("libllama.so"));
        Files.createFile(engine.resolveSibling("libllama.so.0"));
        var failure = failure(engine);
        assertTrue(
                failure instanceof Failure.LibraryBroken(var which, var says)
                        && which.equals(engine)
                        && says.contains("file too short"),
                failure.toString());
    }

    @Test
    @Fault(6)
    @DisplayName("row 6: its compute libraries are missing")
    void backendsMissing() throws Exception {
        var engine = without(name -> name.startsWith("libggml-cpu"));
        assertEquals(new Failure.BackendsMissing(engine), failure(engine));
    }

    @Test
    @Fault(7)
    @DisplayName("row 7: the processor lacks an instruction")
    void illegalInstruction() throws Exception {
        var fake = new FakeLauncher(folder.resolve("fake"), "--die-at=spawn --exit=ILL");
        assertEquals(new Failure.ProcessorTooOld(fake.executable()), failure(fake.executable()));
    }
}
