package dev.paddock.llama.process;

import java.nio.file.Path;

/** Runs an engine in its own folder, where it looks for its compute libraries. */
final class EngineFolder {
    private EngineFolder() {}

    static void use(ProcessBuilder builder, Path engine) {
        Path folder = engine.toAbsolutePath().getParent();
        if (folder != null) {
            builder.directory(folder.toFile());
        }
    }
}
