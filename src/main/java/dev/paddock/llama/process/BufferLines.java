package dev.paddock.llama.process;

import dev.paddock.engine.BufferShare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds where the engine put what, in the lines that tell the size of each buffer. How many layers
 * it says to have offloaded is what was asked for, not what happened. Pure.
 */
final class BufferLines {
    private static final Pattern BUFFER =
            Pattern.compile("(\\S+) +(model|KV|RS|compute) buffer size = +(\\d{1,9}\\.\\d\\d) MiB");

    private static final String MARK = "buffer size";

    /** The computer's own memory by its names, pinned for a card or not. */
    private static final Pattern HOST = Pattern.compile("CPU(?:_\\w+)?|\\w+_Host");

    private static final double MIB = 1 << 20;

    private static final String HERE = "";

    private BufferLines() {}

    /** The computer's own memory first, then the devices by name. */
    static List<BufferShare> of(List<String> lines) {
        var shares = new TreeMap<String, BufferShare>();
        for (String line : lines) {
            var found = BUFFER.matcher(line);
            // Without a look first, a line without spaces takes the square of its length.
            if (line.contains(MARK) && found.find()) {
                boolean host = HOST.matcher(found.group(1)).matches();
                String memory = host ? HERE : found.group(1);
                long bytes = Math.round(Double.parseDouble(found.group(3)) * MIB);
                shares.merge(memory, share(memory, found.group(2), bytes), BufferLines::sum);
            }
        }
        return new ArrayList<>(shares.values());
    }

    private static BufferShare share(String memory, String kind, long bytes) {
        var device = Optional.of(memory).filter(name -> !name.equals(HERE));
        return switch (kind) {
            case "model" -> new BufferShare(device, bytes, 0, 0);
            case "compute" -> new BufferShare(device, 0, 0, bytes);
            default -> new BufferShare(device, 0, bytes, 0);
        };
    }

    private static BufferShare sum(BufferShare one, BufferShare other) {
        return new BufferShare(
                one.device(),
                one.weightsBytes() + other.weightsBytes(),
                one.kvCacheBytes() + other.kvCacheBytes(),
                one.computeBytes() + other.computeBytes());
    }
}
