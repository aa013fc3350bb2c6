package dev.paddock.engine;

import java.util.List;
import java.util.Optional;

/**
 * The devices an engine has, and where it put what.
 *
 * @param listed what it told of in its log or, before the start, when it was asked; empty when it
 *     could not be asked
 * @param buffers one for each memory that it uses, the computer's own among them; none when it does
 *     not tell
 */
public record DeviceUse(Optional<List<ComputeDevice>> listed, List<BufferShare> buffers) {
    public static final DeviceUse UNKNOWN = new DeviceUse(Optional.empty(), List.of());

    public DeviceUse {
        listed = listed.map(List::copyOf);
        buffers = List.copyOf(buffers);
    }

    /** Whether it lists one or uses one. */
    public boolean hasDevice() {
        return listed.filter(devices -> !devices.isEmpty()).isPresent()
                || buffers.stream().anyMatch(share -> share.device().isPresent());
    }

    /** The first device it lists, when none of them has any of the model's weights. */
    public Optional<ComputeDevice> unused() {
        boolean told = buffers.stream().anyMatch(share -> share.weightsBytes() > 0);
        boolean used =
                buffers.stream()
                        .anyMatch(share -> share.device().isPresent() && share.weightsBytes() > 0);
        return told && !used
                ? listed.flatMap(devices -> devices.stream().findFirst())
                : Optional.empty();
    }
}
