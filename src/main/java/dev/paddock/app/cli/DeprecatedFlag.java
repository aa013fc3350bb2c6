package dev.paddock.app.cli;

import dev.paddock.option.Catalogue;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.LoadMode;
import dev.paddock.option.Option;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A flag that is out of use and the option that took its place.
 *
 * @param option in place of it
 * @param value that the flag alone stood for; empty where a value follows as ever
 * @param kind whether it is out of use, or merely spelled otherwise
 */
record DeprecatedFlag(Option<?> option, Optional<String> value, Remark.Kind kind) {
    /** The engine had a flag of its own for each of these once. */
    private static final Map<String, LoadMode> LOAD_MODES =
            Map.of(
                    "--mmap", LoadMode.MMAP,
                    "--no-mmap", LoadMode.NONE,
                    "--mlock", LoadMode.MMAP_AND_MLOCK,
                    "--direct-io", LoadMode.DIRECT_IO,
                    "-dio", LoadMode.DIRECT_IO);

    /** Also finds names in another spelling, as {@code --ctx_size}. */
    static Optional<DeprecatedFlag> of(String flag) {
        var mode = Optional.ofNullable(LOAD_MODES.get(flag));
        return mode.map(LoadMode::spelling)
                .map(
                        value ->
                                new DeprecatedFlag(
                                        EngineOptions.LOAD_MODE,
                                        Optional.of(value),
                                        Remark.Kind.OUT_OF_USE))
                .or(() -> respelled(flag));
    }

    private static Optional<DeprecatedFlag> respelled(String flag) {
        return flag.startsWith("--")
                ? Catalogue.every()
                        .byOtherName(flag)
                        .map(
                                option ->
                                        new DeprecatedFlag(
                                                option,
                                                Optional.empty(),
                                                Remark.Kind.OTHER_SPELLING))
                : Optional.empty();
    }

    /**
     * What two of the old flags of loading meant together: a model that is locked, and mapped or
     * not. Empty where they contradict each other.
     */
    static Optional<LoadMode> together(String one, String other) {
        var both = Set.of(LOAD_MODES.get(one), LOAD_MODES.get(other));
        if (both.equals(Set.of(LoadMode.NONE, LoadMode.MMAP_AND_MLOCK))) {
            return Optional.of(LoadMode.MLOCK);
        }
        return both.equals(Set.of(LoadMode.MMAP, LoadMode.MMAP_AND_MLOCK))
                ? Optional.of(LoadMode.MMAP_AND_MLOCK)
                : Optional.empty();
    }

    /** Whether it is one of the old flags of loading. */
    static boolean ofLoading(String flag) {
        return LOAD_MODES.containsKey(flag);
    }

    /** As it should be written now. */
    String now() {
        return value.map(it -> option.flag() + " " + it).orElse(option.flag());
    }
}
