package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.paddock.model.Damage;
import dev.paddock.model.Damage.Counted;
import dev.paddock.model.FileError;
import dev.paddock.model.ModelProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class ModelProblemWordsTest {
    private static final Path FILE = Path.of("/a/{0}'b.gguf");
    private static final Path MODEL = Path.of("/models/m.gguf");

    private static final List<ModelProblem> PROBLEMS =
            List.of(
                    new ModelProblem.Missing(FILE),
                    new ModelProblem.Unreadable(FILE, new FileError(FileError.Kind.OTHER)),
                    new ModelProblem.LostWhileRead(FILE),
                    new ModelProblem.NotGguf(FILE, "<htm"),
                    new ModelProblem.UnknownVersion(FILE, 99),
                    new ModelProblem.Truncated(FILE, 1, 2),
                    new ModelProblem.Truncated(FILE, 1, 0),
                    new ModelProblem.Damaged(FILE, new Damage.BigEndian()),
                    new ModelProblem.NotAMainModel(FILE, Optional.of("clip")),
                    new ModelProblem.NotAMainModel(FILE, Optional.empty()),
                    new ModelProblem.NotTheFirstPart(FILE, FILE),
                    new ModelProblem.PartMissing(FILE, FILE),
                    new ModelProblem.NotUnpacked(FILE, new FileError(FileError.Kind.DISK_FULL)),
                    new ModelProblem.ReaderDefect(FILE));

    private final ModelProblemWords problems = new ModelProblemWords(new Words());

    @Test
    void everyProblemHasItsWords() {
        Samples.assertCovers(ModelProblem.class, PROBLEMS);
        PROBLEMS.stream().map(problems::of).forEach(Samples::assertFilled);
    }

    static Stream<Arguments> damages() {
        return Stream.concat(counted(), others());
    }

    private static Stream<Arguments> counted() {
        return Stream.of(
                arguments(
                        new Damage.TooMany(Counted.TENSORS, -1),
                        "it claims a number of tensors that no file has, 18446744073709551615"),
                arguments(
                        new Damage.TooMany(Counted.KEYS, 70_000),
                        "it claims a number of keys that no file has, 70000"),
                arguments(
                        new Damage.TooMany(Counted.ELEMENTS, 1L << 40),
                        "a list of its header claims a length that no file has, 1099511627776"),
                arguments(
                        new Damage.TooMany(Counted.WEIGHTS, -1),
                        "one of its tensors claims a dimension of 18446744073709551615"),
                arguments(
                        new Damage.TooMany(Counted.OFFSET, -1),
                        "one of its tensors claims to begin at byte 18446744073709551615"),
                arguments(
                        new Damage.TooLong(1L << 50),
                        "a value of its header claims a length in bytes that no file has,"
                                + " 1125899906842624"));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                arguments(
                        new Damage.UnknownValueType(77),
                        "its header holds a value of type 77, which there is not"),
                arguments(new Damage.NestedList(), "its header holds a list of lists"),
                arguments(
                        new Damage.BadAlignment(33),
                        "its weights claim an alignment that is no power of two, 33"),
                arguments(
                        new Damage.BigEndian(),
                        "it is written for processors of another byte order"),
                arguments(
                        new Damage.TooManyDimensions(9),
                        "one of its tensors claims a number of dimensions that none has, 9"),
                arguments(
                        new Damage.TensorTooLarge(),
                        "one of its tensors claims to be larger than any file"),
                arguments(
                        new Damage.BrokenBlock(33, "Q4_K"),
                        "one of its tensors has a number of weights that cannot be packed as Q4_K,"
                                + " 33"),
                arguments(new Damage.NoArchitecture(), "it does not name its architecture"),
                arguments(
                        new Damage.NotNamedAsPart(3),
                        "it calls itself part of a split model, but has not the name of one"),
                arguments(
                        new Damage.Reported("failed to read magic"),
                        "the engine says “failed to read magic”"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void whatContradictsItselfIsNamed(Damage damage, String clause) {
        var text = problems.of(new ModelProblem.Damaged(MODEL, damage));
        assertEquals(
                "m.gguf contradicts itself: " + clause + ". Download it again.", text.sentence());
    }

    @Test
    void everyDamageIsAmongThem() {
        Samples.assertCovers(
                Damage.class, damages().map(Arguments::get).map(each -> each[0]).toList());
    }

    @Test
    void whyTheSystemRefusesTheFileIsSaidOrQuoted() {
        assertEquals(
                "/models/m.gguf cannot be read: no permission. Choose a file this account may"
                        + " read.",
                unreadable(new FileError(FileError.Kind.NO_PERMISSION)));
        assertEquals(
                "/models/m.gguf cannot be read: the system says “Stale file handle”. Choose a file"
                        + " this account may read.",
                unreadable(FileError.said("Stale file handle")));
        assertEquals(
                "/models/m.gguf cannot be read: it is a folder. Choose a file this account may"
                        + " read.",
                unreadable(new FileError(FileError.Kind.FOLDER)));
        for (var kind : FileError.Kind.values()) {
            Samples.assertFilled(unreadable(new FileError(kind)));
        }
    }

    private String unreadable(FileError error) {
        return problems.of(new ModelProblem.Unreadable(MODEL, error)).sentence();
    }

    @Test
    void sizesAndNamesAreInTheSentences() {
        assertEquals(
                "m.gguf has 1,250 MB of 2,000.5 MB.",
                problems.of(new ModelProblem.Truncated(MODEL, 1_250_000_000L, 2_000_500_000L))
                        .cause());
        assertEquals(
                "m.gguf is only an addition to a model; its header calls it “mmproj”.",
                problems.of(new ModelProblem.NotAMainModel(MODEL, Optional.of("mmproj"))).cause());
        assertEquals(
                "m.gguf is a vocabulary without weights.",
                problems.of(new ModelProblem.NotAMainModel(MODEL, Optional.empty())).cause());
    }
}
