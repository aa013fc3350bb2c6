package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatFailure;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.Failure;
import dev.paddock.engine.check.Preflight;
import dev.paddock.faults.Fault;
import dev.paddock.model.BrokenModels;
import dev.paddock.model.GgufReader;
import dev.paddock.model.ModelProblem;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Models that cannot be used. Each is refused twice: by the checks before the start, and, where
 * those let it through, by the engine itself, whose words must lead to the same cause.
 */
@Timeout(60)
class ModelFaultsTest {
    @TempDir Path folder;

    /** Makes a file that is wrong. */
    @FunctionalInterface
    interface Maker {
        Path in(Path folder) throws IOException;
    }

    /**
     * @param checked what the checks find; empty when only the engine can
     * @param told what the engine's words mean
     */
    record Row(
            int number,
            String name,
            Maker model,
            List<Class<? extends ModelProblem>> checked,
            Class<?> told) {
        @Override
        public String toString() {
            return "row " + number + ": " + name;
        }
    }

    static Stream<Row> rows() {
        return Stream.concat(unreadable(), unusable());
    }

    private static Stream<Row> unreadable() {
        return Stream.of(
                row(8, "gone", f -> f.resolve("gone.gguf"), ModelProblem.Missing.class),
                row(9, "a web page", BrokenModels::htmlPage, ModelProblem.NotGguf.class),
                row(
                        10,
                        "empty",
                        BrokenModels::empty,
                        ModelProblem.Truncated.class,
                        ModelProblem.Damaged.class),
                row(
                        10,
                        "a folder",
                        f -> Files.createDirectory(f.resolve("folder.gguf")),
                        ModelProblem.Unreadable.class,
                        ModelProblem.Damaged.class),
                row(
                        11,
                        "data cut off",
                        BrokenModels::truncatedData,
                        ModelProblem.Truncated.class,
                        ModelProblem.Damaged.class),
                row(
                        12,
                        "header cut off",
                        BrokenModels::truncatedHeader,
                        ModelProblem.Truncated.class,
                        ModelProblem.Damaged.class),
                row(
                        13,
                        "version 99",
                        f -> BrokenModels.version(f, 99),
                        ModelProblem.UnknownVersion.class),
                row(
                        13,
                        "version 1",
                        f -> BrokenModels.version(f, 1),
                        ModelProblem.UnknownVersion.class));
    }

    private static Stream<Row> unusable() {
        return Stream.of(
                new Row(
                        14,
                        "unknown architecture",
                        BrokenModels::unknownArchitecture,
                        List.of(),
                        Failure.ModelUnsupported.class),
                new Row(
                        15,
                        "a tensor missing",
                        BrokenModels::tensorMissing,
                        List.of(),
                        Failure.ModelRejected.class),
                row(16, "a part missing", f -> partMissing(f), ModelProblem.PartMissing.class),
                row(
                        17,
                        "a later part",
                        BrokenModels::secondPart,
                        ModelProblem.NotTheFirstPart.class),
                row(
                        18,
                        "a projector",
                        BrokenModels::oldProjector,
                        ModelProblem.NotAMainModel.class));
    }

    private static Path partMissing(Path folder) throws IOException {
        var first = BrokenModels.split(folder, 2);
        Files.delete(folder.resolve("tiny-00002-of-00002.gguf"));
        return first;
    }

    private static Row row(int number, String name, Maker maker, Class<? extends ModelProblem> is) {
        return row(number, name, maker, is, is);
    }

    private static Row row(
            int number,
            String name,
            Maker maker,
            Class<? extends ModelProblem> checked,
            Class<?> told) {
        return new Row(number, name, maker, List.of(checked), told);
    }

    @ParameterizedTest(name = "{0}, before the start")
    @MethodSource("rows")
    @Fault({8, 9, 10, 11, 12, 13, 16, 17, 18})
    void isFoundBeforeTheStart(Row row) throws Exception {
        assumeFalse(row.checked().isEmpty(), "only the engine knows its architectures");
        var model = row.model().in(folder);
        var failure = RealEngine.failure(RealEngine.plan(model, ""));
        var problem = assertInstanceOf(Failure.BadModel.class, failure).problem();
        assertInstanceOf(row.checked().getFirst(), problem);
        assertEquals(model, problem.path());
    }

    @ParameterizedTest(name = "{0}, by the engine's words")
    @MethodSource("rows")
    @Fault({8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18})
    void isUnderstoodFromTheEngine(Row row) throws Exception {
        var plan = RealEngine.plan(row.model().in(folder), "");
        var failure = RealEngine.failure(plan, new Preflight(RealEngine.TRUSTING));
        var found = failure instanceof Failure.BadModel(var problem) ? problem : failure;
        assertInstanceOf(row.told(), found);
    }

    @Test
    @Fault(17)
    @DisplayName("row 17: the first part is named")
    void theFirstPartIsNamed() throws Exception {
        var second = BrokenModels.secondPart(folder);
        var first = folder.resolve("tiny-00001-of-00002.gguf");
        assertEquals(
                new Failure.BadModel(new ModelProblem.NotTheFirstPart(second, first)),
                RealEngine.failure(RealEngine.plan(second, "")));
    }

    @Test
    @Fault(19)
    @DisplayName("row 19: no permission to read it")
    void mayNotBeRead() throws Exception {
        var model = RealEngine.tinyModel(folder);
        assumeTrue(model.toFile().setReadable(false) && !Files.isReadable(model), "superuser");
        for (var models : List.of(new GgufReader(), RealEngine.TRUSTING)) {
            var failure = RealEngine.failure(RealEngine.plan(model, ""), new Preflight(models));
            var problem = assertInstanceOf(Failure.BadModel.class, failure).problem();
            assertInstanceOf(ModelProblem.Unreadable.class, problem);
        }
    }

    @Test
    @Fault(19)
    @EnabledOnOs(OS.LINUX)
    @DisplayName("row 19: it goes away while the engine works with it")
    void goesAway() throws Exception {
        var model = RealEngine.tinyModel(folder);
        try (var engine = new RealEngine()) {
            engine.start(RealEngine.plan(model, "-t 1 -lm mmap --no-warmup"));
            try (var file = new RandomAccessFile(model.toFile(), "rw")) {
                file.setLength(0);
            }
            var broken = assertThrows(ChatFailedException.class, () -> engine.chat("Hello", 5));
            assertInstanceOf(ChatFailure.ConnectionLost.class, broken.failure());
            assertEquals(
                    new Failure.BadModel(new ModelProblem.LostWhileRead(model)),
                    engine.await(EngineState.Failed.class).failure());
        }
    }
}
