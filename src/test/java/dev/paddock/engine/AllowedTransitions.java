package dev.paddock.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which state may follow which, and how long those may last that have to end by themselves. */
final class AllowedTransitions {
    private static final Map<String, Set<String>> NEXT =
            Map.ofEntries(
                    Map.entry("Idle", Set.of("Preflight")),
                    Map.entry("Preflight", Set.of("Preflight", "Spawning", "Failed", "Idle")),
                    Map.entry(
                            "Spawning",
                            Set.of("Loading", "Stalled", "Ready", "Stopping", "Diagnosing")),
                    Map.entry("Loading", Set.of("Stalled", "Ready", "Stopping", "Diagnosing")),
                    Map.entry(
                            "Stalled",
                            Set.of(
                                    "Stalled",
                                    "Spawning",
                                    "Loading",
                                    "Ready",
                                    "Stopping",
                                    "Diagnosing")),
                    Map.entry("Ready", Set.of("Suspect", "Stopping", "Diagnosing")),
                    Map.entry(
                            "Suspect",
                            Set.of("Suspect", "Ready", "Unresponsive", "Stopping", "Diagnosing")),
                    Map.entry("Unresponsive", Set.of("Suspect", "Ready", "Stopping", "Diagnosing")),
                    Map.entry("Stopping", Set.of("Idle", "Preflight", "BackingOff", "Failed")),
                    Map.entry("Diagnosing", Set.of("BackingOff", "Failed", "Preflight", "Idle")),
                    Map.entry("BackingOff", Set.of("Preflight", "Idle")),
                    Map.entry("Failed", Set.of("Preflight")));

    private static final Map<String, Duration> LONGEST =
            Map.of(
                    "Preflight",
                            Timeouts.DEFAULT
                                    .starting()
                                    .preflight()
                                    .plus(Timeouts.DEFAULT.explaining()),
                    "Stopping", Duration.ofSeconds(15),
                    "Diagnosing", Timeouts.DEFAULT.explaining(),
                    "BackingOff", Duration.ofSeconds(4));

    private AllowedTransitions() {}

    static boolean follows(String from, String to) {
        return NEXT.getOrDefault(from, Set.of()).contains(to);
    }

    /** Empty for a state that may last. */
    static Optional<Duration> longest(String state) {
        return Optional.ofNullable(LONGEST.get(state));
    }

    static int transitions() {
        return NEXT.values().stream().mapToInt(Set::size).sum();
    }
}
