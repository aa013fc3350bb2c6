package dev.paddock.engine;

/**
 * How the engine is to be started.
 *
 * @param port the TCP port on 127.0.0.1, 1024 to 65535
 * @param contextSize tokens over all slots together; 0 takes the model's trained context
 * @param parallelSlots conversations the engine serves at the same time, 1 to 64
 * @param extraArguments more llama-server arguments, split as a shell would split them
 * @param sharing whether other computers may reach it
 * @throws InvalidSetting from the constructor when a value is out of range or the extra arguments
 *     have an unclosed quote
 */
public record ServerSettings(
        int port,
        int contextSize,
        int parallelSlots,
        GpuLayers gpuLayers,
        String extraArguments,
        Sharing sharing) {
    /** More layers than any published model has. */
    public static final int MAX_GPU_LAYERS = 10_000;

    public static final ServerSettings DEFAULT =
            new ServerSettings(8080, 4096, 1, new GpuLayers.Auto(), "");

    /** For this computer alone. */
    public ServerSettings(
            int port,
            int contextSize,
            int parallelSlots,
            GpuLayers gpuLayers,
            String extraArguments) {
        this(port, contextSize, parallelSlots, gpuLayers, extraArguments, Sharing.OFF);
    }

    public ServerSettings {
        InvalidSetting.check(ServerField.PORT, port);
        InvalidSetting.check(ServerField.CONTEXT_SIZE, contextSize);
        InvalidSetting.check(ServerField.PARALLEL_SLOTS, parallelSlots);
        ExtraArguments.split(extraArguments);
    }

    public ServerSettings withPort(int newPort) {
        return new ServerSettings(
                newPort, contextSize, parallelSlots, gpuLayers, extraArguments, sharing);
    }

    public ServerSettings withContextSize(int tokens) {
        return new ServerSettings(port, tokens, parallelSlots, gpuLayers, extraArguments, sharing);
    }

    public ServerSettings withParallelSlots(int slots) {
        return new ServerSettings(port, contextSize, slots, gpuLayers, extraArguments, sharing);
    }

    public ServerSettings withGpuLayers(GpuLayers layers) {
        return new ServerSettings(
                port, contextSize, parallelSlots, layers, extraArguments, sharing);
    }

    public ServerSettings withExtraArguments(String arguments) {
        return new ServerSettings(port, contextSize, parallelSlots, gpuLayers, arguments, sharing);
    }

    public ServerSettings withSharing(Sharing chosen) {
        return new ServerSettings(
                port, contextSize, parallelSlots, gpuLayers, extraArguments, chosen);
    }
}
