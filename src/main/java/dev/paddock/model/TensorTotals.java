package dev.paddock.model;

import dev.paddock.model.Damage.Counted;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the list of tensors amounts to.
 *
 * @param count how many there are
 * @param weights in all of them together
 * @param fileBytes how long the file must at least be to hold them
 * @param mainType the packing most weights have; empty when there is none we know
 */
record TensorTotals(long count, long weights, long fileBytes, Optional<TensorType> mainType) {
    static final int MOST_TENSORS = 1 << 18;
    private static final int MOST_DIMENSIONS = 4;

    /** One tensor's place behind the header; {@code bytes} is 0 for a packing we do not know. */
    private record Tensor(long weights, long offset, long bytes, Optional<TensorType> type) {}

    static TensorTotals read(GgufInput in, long count, long alignment)
            throws IOException, ModelException {
        long weights = 0;
        long dataBytes = 0;
        var weightsOf = new EnumMap<TensorType, Long>(TensorType.class);
        try {
            for (long i = 0; i < count; i++) {
                var tensor = readTensor(in);
                weights = Math.addExact(weights, tensor.weights());
                dataBytes = Math.max(dataBytes, Math.addExact(tensor.offset(), tensor.bytes()));
                tensor.type().ifPresent(t -> weightsOf.merge(t, tensor.weights(), Long::sum));
            }
            long start = Math.ceilDiv(in.position(), alignment) * alignment;
            long fileBytes = count == 0 ? in.position() : Math.addExact(start, dataBytes);
            var main = weightsOf.entrySet().stream().max(Map.Entry.comparingByValue());
            return new TensorTotals(count, weights, fileBytes, main.map(Map.Entry::getKey));
        } catch (ArithmeticException overflow) {
            throw in.damaged(new Damage.TensorTooLarge());
        }
    }

    private static Tensor readTensor(GgufInput in) throws IOException, ModelException {
        in.skipText();
        long dimensions = in.u32();
        if (dimensions > MOST_DIMENSIONS) {
            throw in.damaged(new Damage.TooManyDimensions(dimensions));
        }
        long weights = 1;
        for (long i = 0; i < dimensions; i++) {
            weights = Math.multiplyExact(weights, in.count(Counted.WEIGHTS, Long.MAX_VALUE));
        }
        var type = TensorType.of(in.u32());
        long offset = in.count(Counted.OFFSET, Long.MAX_VALUE);
        long bytes = type.isPresent() ? packed(in, weights, type.get()) : 0;
        return new Tensor(weights, offset, bytes, type);
    }

    private static long packed(GgufInput in, long weights, TensorType type) throws ModelException {
        if (weights % type.blockWeights() != 0) {
            throw in.damaged(new Damage.BrokenBlock(weights, type.name()));
        }
        return Math.multiplyExact(weights / type.blockWeights(), (long) type.blockBytes());
    }
}
