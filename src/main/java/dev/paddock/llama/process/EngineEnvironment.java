package dev.paddock.llama.process;

import java.util.List;
import java.util.Locale;

/**
 * Takes llama-server's own variables from the environment an engine is started with. Each stands
 * for an argument: it would move the engine away from where this app looks for it, or set what the
 * window shows otherwise, and nobody would see why.
 */
final class EngineEnvironment {
    private static final String PREFIX = "LLAMA_";

    private EngineEnvironment() {}

    /** The names of those taken out, in order; their values may be keys and are never told. */
    static List<String> clean(ProcessBuilder builder) {
        var environment = builder.environment();
        var names =
                environment.keySet().stream()
                        .filter(name -> name.toUpperCase(Locale.ROOT).startsWith(PREFIX))
                        .sorted()
                        .toList();
        names.forEach(environment::remove);
        return names;
    }
}
