package dev.paddock.ui.words;

import dev.paddock.model.Damage;
import dev.paddock.model.ModelProblem;

import java.nio.file.Path;

/** What is wrong with a model file, in words. */
public final class ModelProblemWords {
    private static final String DAMAGE = "failure.model.damaged.";

    private final Words words;

    public ModelProblemWords(Words words) {
        this.words = words;
    }

    public FailureText of(ModelProblem problem) {
        return switch (problem) {
            case ModelProblem.Missing(var path) -> text("missing", path);
            case ModelProblem.Unreadable(var path, var error) ->
                    text("unreadable", path, FileWords.of(error, words));
            case ModelProblem.LostWhileRead(var path) -> text("lost", path);
            case ModelProblem.NotGguf(var path, _) -> text("notGguf", name(path));
            case ModelProblem.UnknownVersion(var path, long version) ->
                    text("version", name(path), Long.toString(version));
            case ModelProblem.Truncated(var path, long actual, long expected) ->
                    expected == 0
                            ? text("truncatedHeader", name(path))
                            : text("truncated", name(path), megabytes(actual), megabytes(expected));
            case ModelProblem.Damaged(var path, var damage) ->
                    text("damaged", name(path), of(damage));
            case ModelProblem.NotAMainModel(var path, var type) ->
                    type.map(said -> text("notMain", name(path), said))
                            .orElseGet(() -> text("noWeights", name(path)));
            case ModelProblem.NotTheFirstPart(var path, var first) ->
                    text("notFirst", name(path), name(first));
            case ModelProblem.PartMissing(var path, var missing) ->
                    text("partMissing", name(path), name(missing));
            case ModelProblem.NotUnpacked(var path, var error) ->
                    text("notUnpacked", path, FileWords.of(error, words));
            case ModelProblem.ReaderDefect(var path) -> text("defect", name(path));
        };
    }

    /** A clause. */
    private String of(Damage damage) {
        return switch (damage) {
            case Damage.TooMany(var what, long count) ->
                    words.of(DAMAGE + what, Long.toUnsignedString(count));
            case Damage.TooLong(long bytes) ->
                    words.of(DAMAGE + "tooLong", Long.toUnsignedString(bytes));
            case Damage.UnknownValueType(long type) ->
                    words.of(DAMAGE + "valueType", Long.toString(type));
            case Damage.NestedList _ -> words.of(DAMAGE + "nested");
            case Damage.BadAlignment(long bytes) ->
                    words.of(DAMAGE + "alignment", Long.toString(bytes));
            case Damage.BigEndian _ -> words.of(DAMAGE + "bigEndian");
            case Damage.TooManyDimensions(long dimensions) ->
                    words.of(DAMAGE + "dimensions", Long.toString(dimensions));
            case Damage.TensorTooLarge _ -> words.of(DAMAGE + "tensor");
            case Damage.BrokenBlock(long weights, var packing) ->
                    words.of(DAMAGE + "block", Long.toString(weights), packing);
            case Damage.NoArchitecture _ -> words.of(DAMAGE + "architecture");
            case Damage.NotNamedAsPart _ -> words.of(DAMAGE + "part");
            case Damage.Reported(var says) -> words.of(DAMAGE + "reported", says);
        };
    }

    private FailureText text(String key, Object... values) {
        return FailureText.of(words, "model." + key, values);
    }

    private static double megabytes(long bytes) {
        return bytes / 1e6;
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
