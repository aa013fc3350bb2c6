package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

class GgufReaderTest {
    private static final long TINY_WEIGHTS = 146_496;

    private final ModelReader reader = new GgufReader();
    @TempDir Path folder;

    @Test
    void saysWhatTheTinyModelIs() throws Exception {
        Path file = folder.resolve("any name.gguf");
        TinyModel.write(file);
        assertEquals(
                new ModelFile(
                        file,
                        Optional.of("Paddock tiny"),
                        TinyModel.bytes().length,
                        new ModelFile.Architecture(
                                "llama",
                                OptionalInt.of(131_072),
                                OptionalInt.of(2),
                                Optional.of(new CacheShape(2, 1, 64, 64))),
                        Optional.of("F32"),
                        OptionalLong.of(TINY_WEIGHTS),
                        true),
                reader.read(file));
    }

    @Test
    void readsVersionTwo() throws Exception {
        assertEquals(
                Optional.of("Paddock tiny"), reader.read(BrokenModels.version(folder, 2)).title());
    }

    @Test
    void fallsBackOnTheFilesNameAndTheCommonestPacking() throws Exception {
        var writer =
                new GgufWriter()
                        .text("general.name", "  ")
                        .text("general.architecture", "llama")
                        .tensor("a", new float[64], 8, 8);
        Path file = folder.resolve("Some.Model-Q4.gguf");
        writer.write(file);
        var model = reader.read(file);
        assertEquals("Some.Model-Q4", model.name());
        assertEquals(Optional.of("F32"), model.quantization());
        assertEquals(OptionalInt.empty(), model.trainedContext());
    }

    @Test
    void namesTheFileTypeAlsoWhenItWasGuessed() throws Exception {
        Path file = folder.resolve("q.gguf");
        TinyModel.writer().number("general.file_type", 15).write(file);
        assertEquals(Optional.of("Q4_K_M"), reader.read(file).quantization());
        TinyModel.writer().number("general.file_type", 1024 + 18).write(file);
        assertEquals(Optional.of("Q6_K"), reader.read(file).quantization());
    }

    @Test
    void addsUpTheParts() throws Exception {
        Path first = BrokenModels.split(folder, 3);
        var model = reader.read(first);
        assertEquals(3 * Files.size(first), model.fileBytes());
        assertEquals(OptionalLong.of(3 * TINY_WEIGHTS), model.parameters());
    }

    @Test
    void namesTheFirstPart() throws Exception {
        Path second = BrokenModels.secondPart(folder);
        var first = folder.resolve("tiny-00001-of-00002.gguf");
        assertEquals(new ModelProblem.NotTheFirstPart(second, first), problem(second));
    }

    @Test
    void namesTheMissingPart() throws Exception {
        Path first = BrokenModels.partMissing(folder);
        var third = folder.resolve("tiny-00003-of-00003.gguf");
        assertEquals(new ModelProblem.PartMissing(first, third), problem(first));
    }

    @Test
    void namesTheTruncatedPart() throws Exception {
        Path first = BrokenModels.split(folder, 2);
        Path second = folder.resolve("tiny-00002-of-00002.gguf");
        byte[] bytes = Files.readAllBytes(second);
        Files.write(second, Arrays.copyOf(bytes, bytes.length - 1000));
        assertEquals(second, assertInstanceOf(ModelProblem.Truncated.class, problem(first)).path());
    }

    @Test
    void aSplitModelMustBearItsName() throws Exception {
        Path renamed = Files.move(BrokenModels.split(folder, 2), folder.resolve("renamed.gguf"));
        assertInstanceOf(ModelProblem.Damaged.class, problem(renamed));
    }

    @Test
    void whatIsNotThereOrNoFile() throws Exception {
        Path gone = folder.resolve("gone.gguf");
        assertEquals(new ModelProblem.Missing(gone), problem(gone));
        assertEquals(
                new ModelProblem.Unreadable(folder, new FileError(FileError.Kind.FOLDER)),
                problem(folder));
    }

    @Test
    void aPageInsteadOfAModel() throws Exception {
        Path page = BrokenModels.htmlPage(folder);
        assertEquals(new ModelProblem.NotGguf(page, "<!DOCTYPE html><"), problem(page));
        Path zeros = Files.write(folder.resolve("zeros.gguf"), new byte[6]);
        assertEquals(new ModelProblem.NotGguf(zeros, "......"), problem(zeros));
    }

    @Test
    void anEmptyFileAndOneCutWithinTheHeader() throws Exception {
        Path empty = BrokenModels.empty(folder);
        assertEquals(new ModelProblem.Truncated(empty, 0, 0), problem(empty));
        Path header = BrokenModels.truncatedHeader(folder);
        assertEquals(new ModelProblem.Truncated(header, 200, 0), problem(header));
    }

    @Test
    void aFileCutWithinTheWeightsTellsHowMuchIsMissing() throws Exception {
        Path cut = BrokenModels.truncatedData(folder);
        long whole = TinyModel.bytes().length;
        assertEquals(new ModelProblem.Truncated(cut, whole * 3 / 4, whole), problem(cut));
    }

    @Test
    void versions() throws Exception {
        Path one = BrokenModels.version(folder, 1);
        assertEquals(new ModelProblem.UnknownVersion(one, 1), problem(one));
        Path new99 = BrokenModels.version(folder, 99);
        assertEquals(new ModelProblem.UnknownVersion(new99, 99), problem(new99));
        Path swapped = BrokenModels.bigEndian(folder);
        assertEquals(new ModelProblem.Damaged(swapped, new Damage.BigEndian()), problem(swapped));
    }

    @Test
    void otherThingsInThisFormat() throws Exception {
        Path projector = BrokenModels.projector(folder);
        assertEquals(
                new ModelProblem.NotAMainModel(projector, Optional.of("mmproj")),
                problem(projector));
        Path old = BrokenModels.oldProjector(folder);
        assertEquals(new ModelProblem.NotAMainModel(old, Optional.of("clip")), problem(old));
        Path adapter = BrokenModels.adapter(folder);
        assertEquals(
                new ModelProblem.NotAMainModel(adapter, Optional.of("adapter")), problem(adapter));
        Path words = BrokenModels.vocabularyOnly(folder);
        assertEquals(new ModelProblem.NotAMainModel(words, Optional.empty()), problem(words));
    }

    @Test
    void absurdNumbers() throws Exception {
        for (Path file :
                new Path[] {
                    BrokenModels.absurdTensorCount(folder),
                    BrokenModels.absurdKeyCount(folder),
                    BrokenModels.absurdLength(folder)
                }) {
            assertInstanceOf(ModelProblem.Damaged.class, problem(file), file.toString());
        }
    }

    @Test
    void leavesToTheEngineWhatOnlyTheEngineKnows() throws Exception {
        assertEquals(
                "centaur",
                reader.read(BrokenModels.unknownArchitecture(folder)).architecture().name());
        reader.read(BrokenModels.tensorMissing(folder));
    }

    private ModelProblem problem(Path file) {
        return assertThrows(ModelException.class, () -> reader.read(file)).problem();
    }
}
