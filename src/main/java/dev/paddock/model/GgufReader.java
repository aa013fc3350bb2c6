package dev.paddock.model;

import dev.paddock.model.FileError.Kind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Reads GGUF headers of version 2 and 3 in little-endian order. Holds no state; any thread may use
 * it. Never takes more than a few megabytes or a second of processor time, whatever a file claims.
 */
public final class GgufReader implements ModelReader {
    private static final int MOST_PARTS = 1024;
    private static final long MOST_HEADER_BYTES = 256L << 20;
    private static final String MODEL = "model";
    private static final String PROJECTOR = "clip";
    private static final String ENDING = ".gguf";

    @Override
    public ModelFile read(Path path) throws ModelException {
        var header = header(path, MOST_HEADER_BYTES);
        requireMainModel(path, header);
        long parts = header.number(GgufHeader.PARTS).orElse(1);
        return parts > 1 ? split(path, header, parts) : modelFile(path, header, sizeOf(path), 0);
    }

    /** Adds up all parts; the keys are in the first. */
    private static ModelFile split(Path path, GgufHeader header, long parts) throws ModelException {
        var names =
                SplitName.of(path)
                        .filter(name -> name.parts() == parts && parts <= MOST_PARTS)
                        .orElseThrow(() -> damaged(path, new Damage.NotNamedAsPart(parts)));
        if (header.number(GgufHeader.PART).orElse(0) != 0) {
            throw new ModelException(new ModelProblem.NotTheFirstPart(path, names.part(1)));
        }
        long bytes = sizeOf(path);
        long weights = 0;
        long headerBytes = MOST_HEADER_BYTES - header.bytes();
        for (int number = 2; number <= parts; number++) {
            Path part = names.part(number);
            if (!Files.isRegularFile(part)) {
                throw new ModelException(new ModelProblem.PartMissing(path, part));
            }
            var next = header(part, headerBytes);
            headerBytes -= next.bytes();
            weights += next.tensors().weights();
            bytes += sizeOf(part);
        }
        return modelFile(path, header, bytes, weights);
    }

    private static ModelFile modelFile(
            Path path, GgufHeader header, long bytes, long weightsElsewhere) throws ModelException {
        String architecture =
                header.text(GgufHeader.ARCHITECTURE)
                        .orElseThrow(() -> damaged(path, new Damage.NoArchitecture()));
        var title = header.text(GgufHeader.NAME).map(String::strip).filter(n -> !n.isEmpty());
        var quantization =
                header.numbers().containsKey(GgufHeader.FILE_TYPE)
                        ? FileType.name(header.numbers().get(GgufHeader.FILE_TYPE))
                        : Optional.<String>empty();
        return new ModelFile(
                path,
                title,
                bytes,
                new ModelFile.Architecture(
                        architecture,
                        positive(header.number(architecture + GgufHeader.CONTEXT)),
                        positive(header.number(architecture + GgufHeader.BLOCKS)),
                        cache(header, architecture)),
                quantization.or(() -> header.tensors().mainType().map(TensorType::name)),
                OptionalLong.of(header.tensors().weights() + weightsElsewhere),
                header.chatTemplate());
    }

    private static Optional<CacheShape> cache(GgufHeader header, String architecture) {
        boolean other =
                GgufHeader.OTHER_CACHES.stream()
                        .anyMatch(key -> header.number(architecture + key).orElse(0) != 0);
        var blocks = positive(header.number(architecture + GgufHeader.BLOCKS));
        long heads = header.number(architecture + GgufHeader.HEADS).orElse(0);
        long width = header.number(architecture + GgufHeader.EMBEDDING).orElse(0);
        if (other || blocks.isEmpty() || heads <= 0 || width < heads) {
            return Optional.empty();
        }
        long cached = header.number(architecture + GgufHeader.CACHED_HEADS).orElse(heads);
        long key = header.number(architecture + GgufHeader.KEY_LENGTH).orElse(width / heads);
        long value = header.number(architecture + GgufHeader.VALUE_LENGTH).orElse(width / heads);
        boolean plain = LongStream.of(cached, key, value).allMatch(n -> n > 0 && n < 1 << 20);
        return plain
                ? Optional.of(
                        new CacheShape(blocks.getAsInt(), (int) cached, (int) key, (int) value))
                : Optional.empty();
    }

    private static void requireMainModel(Path path, GgufHeader header) throws ModelException {
        var type = header.text(GgufHeader.TYPE).filter(named -> !named.equals(MODEL));
        var projector = header.text(GgufHeader.ARCHITECTURE).filter(PROJECTOR::equals);
        var other = type.or(() -> projector);
        if (other.isPresent()) {
            throw new ModelException(new ModelProblem.NotAMainModel(path, other));
        }
        boolean whole = header.number(GgufHeader.PARTS).orElse(1) <= 1;
        if (whole && header.tensors().count() == 0) {
            throw new ModelException(new ModelProblem.NotAMainModel(path, Optional.empty()));
        }
    }

    /** The header of a file that is long enough to hold what it lists. */
    private static GgufHeader header(Path path, long mostBytes) throws ModelException {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                var kind = Files.isDirectory(path) ? Kind.FOLDER : Kind.NOT_A_FILE;
                throw unreadable(path, new FileError(kind));
            }
            try (var in = new GgufInput(path, mostBytes)) {
                var header = GgufHeader.read(in);
                long expected = header.tensors().fileBytes();
                if (in.size() < expected) {
                    var cut = new ModelProblem.Truncated(path, in.size(), expected);
                    throw new ModelException(cut);
                }
                return header;
            }
        } catch (NoSuchFileException missing) {
            throw new ModelException(new ModelProblem.Missing(path));
        } catch (IOException refused) {
            throw unreadable(path, FileError.of(refused));
        }
    }

    private static long sizeOf(Path path) throws ModelException {
        try {
            return Files.size(path);
        } catch (IOException gone) {
            throw new ModelException(new ModelProblem.Missing(path));
        }
    }

    private static OptionalInt positive(OptionalLong number) {
        long value = number.orElse(0);
        return value > 0 && value <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value)
                : OptionalInt.empty();
    }

    private static ModelException damaged(Path path, Damage damage) {
        return new ModelException(new ModelProblem.Damaged(path, damage));
    }

    private static ModelException unreadable(Path path, FileError error) {
        return new ModelException(new ModelProblem.Unreadable(path, error));
    }
}
