package dev.paddock.app.cli;

import dev.paddock.option.Catalogue;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.LoadMode;
import dev.paddock.option.Option;

import java.util.Map;
import java.util.Optional;

/**
 * A flag that is out of use and the option that took its place.
 *
 * @param option in place of it
 * @param value that the flag alone stood for; empty where a value follows as ever
 */
record DeprecatedFlag(Option<?> option, Optional<String> value) {
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
                .map(value -> new DeprecatedFlag(EngineOptions.LOAD_MODE, Optional.of(value)))
                .or(() -> respelled(flag));
    }

    private static Optional<DeprecatedFlag> respelled(String flag) {
        return flag.startsWith("--")
                ? Catalogue.every()
                        .byOtherName(flag)
                        .map(option -> new DeprecatedFlag(option, Optional.empty()))
                : Optional.empty();
    }

    /** As it should be written now. */
    String now() {
        return value.map(it -> option.flag() + " " + it).orElse(option.flag());
    }
}
