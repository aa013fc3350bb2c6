package dev.paddock.integration;

import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An engine for a test: a folder with an executable named {@code llama-server} that is a {@link
 * FakeLlamaServer} with the switches of the moment. POSIX only.
 */
public final class FakeLauncher {
    private static final String HELP =
            """
            ----- common params -----

            -h,    --help, --usage                  print usage and exit
            --version                               show version and build info
            -t,    --threads N                      number of CPU threads to use
            -c,    --ctx-size N                     size of the prompt context
            -np,   --parallel N                     number of server slots
            -ngl,  --gpu-layers, --n-gpu-layers N   number of layers to store in VRAM
            -fa,   --flash-attn [on|off|auto]       set Flash Attention use
            -lv,   --verbosity N                    set the verbosity threshold
            -m,    --model FNAME                    model path to load
            -a,    --alias STRING                   set model name aliases
            --host HOST                             ip address to listen on
            --port PORT                             port to listen on
            --no-ui, --no-webui                     disable the web UI
            --cors-origins ORIGINS                  allowed origins
            --metrics                               enable the metrics endpoint
            """;

    /** Asking for help must not cost the start of a virtual machine. */
    private static final String SCRIPT =
            """
            #!/bin/sh
            case "$1" in
            --help) exec cat '%1$s/help.txt' ;;
            --version) exec cat '%1$s/version.txt' >&2 ;;
            esac
            exec '%2$s' -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx128m \\
                -cp '%3$s' %4$s '%1$s/switches' "$@"
            """;

    private final Path folder;

    /**
     * @param switches as {@link FakeSwitches} reads them
     */
    public FakeLauncher(Path folder, String switches) throws IOException {
        this.folder = folder.toAbsolutePath();
        Files.createDirectories(folder);
        set(switches);
        Files.writeString(folder.resolve("help.txt"), HELP);
        Files.writeString(
                folder.resolve("version.txt"),
                "version: 0.0.0 (build 1, commit fake)\nbuilt with javac for tests\n");
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classes =
                FakeLlamaServer.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        Files.writeString(
                executable(),
                SCRIPT.formatted(this.folder, java, classes, FakeLlamaServer.class.getName()));
        if (!executable().toFile().setExecutable(true)) {
            throw new IOException("cannot make " + executable() + " executable");
        }
    }

    public Path executable() {
        return folder.resolve("llama-server");
    }

    /** Changes the switches; one that runs obeys the new ones of its answers at once. */
    public void set(String switches) throws IOException {
        FakeSwitches.parse(switches);
        // At once, so that an engine never reads half of them.
        var fresh = Files.writeString(folder.resolve("switches.new"), switches);
        Files.move(
                fresh,
                folder.resolve("switches"),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** What {@code --help} prints. */
    public void help(String text) throws IOException {
        Files.writeString(folder.resolve("help.txt"), text);
    }

    /** Lets the engine print these lines before it ends (or, when told nothing else, loads). */
    public void transcript(String lines, String otherSwitches) throws IOException {
        var file = Files.writeString(folder.resolve("transcript.txt"), lines);
        set("--stderr-file=" + file + " " + otherSwitches);
    }

    /** A start on this port with a model that is never read. */
    public LaunchPlan plan(int port) throws IOException {
        var model = folder.resolve("model.gguf");
        if (!Files.exists(model)) {
            Files.createFile(model);
        }
        var settings =
                Options.of(EngineOptions.PORT, port)
                        .with(EngineOptions.CONTEXT_SIZE, 4096)
                        .with(EngineOptions.PARALLEL_SLOTS, 1)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.Auto())
                        .with(EngineOptions.EXTRA_ARGUMENTS, "");
        return new LaunchPlan(executable(), model, settings);
    }
}
