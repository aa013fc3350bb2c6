package dev.paddock.llama.process;

import dev.paddock.engine.MemoryRequest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds how much an engine asked for, and on which device. Drivers, backends and the engine each
 * say a part of it in a line of their own, and the one that ends it says neither. Pure.
 */
final class MemoryRequests {
    /** What was had, and how large it is. */
    private static final Pattern INFORMATION = Pattern.compile("[\\d.]+ [ID] ");

    private static final double MIB = 1 << 20;

    /** Whole bytes, as the engine's own lines have them. */
    private static final Pattern BYTES =
            Pattern.compile("allocat\\w*.*?of size (\\d{1,18})\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern MEGABYTES =
            Pattern.compile(
                    "(?:allocat\\w*|size =) +([\\d.]{1,12}) (?:MiB|MB)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:failed|unable) to allocate (\\w+) buffer", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBERED =
            Pattern.compile(
                    "on device (\\d+): (cuda|hip|musa)malloc failed", Pattern.CASE_INSENSITIVE);

    /** The computer's own memory by its names, pinned for a card or not. */
    private static final Pattern HOST =
            Pattern.compile("cpu\\w*|host|\\w+_host|the|kv|compute", Pattern.CASE_INSENSITIVE);

    private MemoryRequests() {}

    /** Of the newest lines that tell; empty when none tells how much. */
    static Optional<MemoryRequest> of(List<String> lines) {
        return newest(lines, MemoryRequests::bytes)
                .map(bytes -> new MemoryRequest(bytes, newest(lines, MemoryRequests::device)));
    }

    private interface Reading<T> {
        Optional<T> of(String line);
    }

    private static <T> Optional<T> newest(List<String> lines, Reading<T> reading) {
        return lines.reversed().stream()
                .filter(line -> !INFORMATION.matcher(line).lookingAt())
                .flatMap(line -> reading.of(line).stream())
                .findFirst();
    }

    private static Optional<Long> bytes(String line) {
        Matcher whole = BYTES.matcher(line);
        if (whole.find()) {
            return Optional.of(Long.parseLong(whole.group(1)));
        }
        Matcher megabytes = MEGABYTES.matcher(line);
        try {
            return megabytes.find()
                    ? Optional.of(Math.round(Double.parseDouble(megabytes.group(1)) * MIB))
                    : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static Optional<String> device(String line) {
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.find()) {
            String family = numbered.group(2).toUpperCase(Locale.ROOT);
            return Optional.of((family.equals("HIP") ? "ROCm" : family) + numbered.group(1));
        }
        Matcher named = NAMED.matcher(line);
        return named.find() && !HOST.matcher(named.group(1)).matches()
                ? Optional.of(named.group(1))
                : Optional.empty();
    }
}
