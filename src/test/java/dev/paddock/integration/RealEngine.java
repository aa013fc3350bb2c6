package dev.paddock.integration;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatEvent;
import dev.paddock.chat.ChatFailedException;
import dev.paddock.chat.ChatRequest;
import dev.paddock.chat.Role;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.Connections;
import dev.paddock.connection.KeyRef;
import dev.paddock.connection.ReadyServer;
import dev.paddock.engine.ApiKey;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Failure;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Supervisor;
import dev.paddock.engine.check.Preflight;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.engine.log.LogLines;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaClient;
import dev.paddock.llama.api.LlamaMonitor;
import dev.paddock.llama.api.LlamaProbe;
import dev.paddock.llama.api.TrialTokens;
import dev.paddock.llama.process.LlamaLauncher;
import dev.paddock.model.GgufReader;
import dev.paddock.model.ModelFile;
import dev.paddock.model.ModelReader;
import dev.paddock.model.TinyModel;
import dev.paddock.option.EngineOptions;
import dev.paddock.option.GpuLayers;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real engine with everything this app puts around it, wired as the app does. */
final class RealEngine implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(20);

    /** Lets every file through, so that the engine itself has to refuse it. */
    static final ModelReader TRUSTING =
            path ->
                    new ModelFile(
                            path,
                            Optional.of("any"),
                            0,
                            new ModelFile.Architecture(
                                    "any",
                                    OptionalInt.empty(),
                                    OptionalInt.empty(),
                                    Optional.empty()),
                            Optional.empty(),
                            OptionalLong.empty(),
                            true);

    final LlamaLauncher engine;
    private final Http http = Http.loopback();
    final LlamaClient client = new LlamaClient(http, this::server);
    private final TrialTokens trials = new TrialTokens();
    final LlamaMonitor monitor = new LlamaMonitor(http, this::running, trials);
    final Supervisor supervisor;
    final Connections connections;

    /** Of the others there are connections to. */
    final Map<KeyRef, ApiKey> keys = new ConcurrentHashMap<>();

    private final BlockingQueue<EngineState> states = new LinkedBlockingQueue<>();

    /** Leaves it to the engine to refuse a model. */
    RealEngine() {
        this(new LlamaLauncher(), new Preflight(TRUSTING));
    }

    RealEngine(Preflight preflight) {
        this(new LlamaLauncher(), preflight);
    }

    RealEngine(LlamaLauncher engine) {
        this(engine, new Preflight(TRUSTING));
    }

    /**
     * @param maker for one of another patience
     */
    RealEngine(HealthPolicy health, Function<Supervisor.Ports, Supervisor> maker) {
        this(new LlamaLauncher(), health, maker);
    }

    private RealEngine(LlamaLauncher engine, Preflight preflight) {
        this(engine, HealthPolicy.NONE, ports -> new Supervisor(ports, preflight));
    }

    private RealEngine(
            LlamaLauncher engine,
            HealthPolicy health,
            Function<Supervisor.Ports, Supervisor> maker) {
        this.engine = engine;
        supervisor =
                maker.apply(
                        new Supervisor.Ports(
                                engine,
                                new LlamaProbe(http, trials, this::answering),
                                client.streamsTo(ConnectionId.LOCAL),
                                () -> health));
        supervisor.state().subscribe(states::add);
        connections =
                new Connections(supervisor.state(), ref -> Optional.ofNullable(keys.get(ref)));
    }

    /** What a start ends with that must fail, with everything checked before. */
    static Failure failure(LaunchPlan plan) throws InterruptedException {
        return failure(plan, new Preflight(new GgufReader()));
    }

    static Failure failure(LaunchPlan plan, Preflight preflight) throws InterruptedException {
        try (var engine = new RealEngine(preflight)) {
            engine.supervisor.start(plan);
            return engine.await(EngineState.Failed.class).failure();
        }
    }

    static Path executable() {
        var folder = Path.of(System.getProperty("paddock.engine", "engine"));
        var executable = folder.resolve("llama-server");
        assertTrue(
                Files.isExecutable(executable),
                "no engine in " + folder + ": run packaging/engine/assemble.sh");
        return executable.toAbsolutePath();
    }

    static Path tinyModel(Path folder) throws IOException {
        var file = folder.resolve("tiny.gguf");
        if (!Files.exists(file)) {
            TinyModel.write(file);
        }
        return file;
    }

    static int freePort() {
        return TestPorts.next();
    }

    static LaunchPlan plan(Path model, String extra) throws IOException {
        var settings =
                Options.of(EngineOptions.PORT, freePort())
                        .with(EngineOptions.CONTEXT_SIZE, 4096)
                        .with(EngineOptions.PARALLEL_SLOTS, 1)
                        .with(EngineOptions.GPU_LAYERS, new GpuLayers.Auto())
                        .with(EngineOptions.EXTRA_ARGUMENTS, extra);
        return new LaunchPlan(executable(), model, settings);
    }

    /** For answers that do not end within a test: the context holds half a minute of them. */
    static LaunchPlan endless(Path folder) throws IOException {
        var plan = plan(tinyModel(folder), "-t 1 --ignore-eos");
        var settings = plan.options().with(EngineOptions.CONTEXT_SIZE, 131_072);
        return new LaunchPlan(plan.engine(), plan.model(), settings);
    }

    static ChatRequest request(String text, int tokens) {
        var sampling = Options.of(SamplingOptions.MAX_TOKENS, tokens);
        return new ChatRequest("", List.of(new ChatRequest.Turn(Role.USER, text)), sampling);
    }

    private Optional<ReadyServer> server(ConnectionId id) {
        return connections.find(id);
    }

    private boolean answering() {
        return client.streamsTo(ConnectionId.LOCAL).silence().isPresent();
    }

    Optional<RunningEngine> running() {
        return supervisor.state().value().running();
    }

    /** Starts it and waits until it is ready. */
    RunningEngine start(LaunchPlan plan) throws InterruptedException {
        supervisor.start(plan);
        await(EngineState.Ready.class, _ -> true);
        return running().orElseThrow();
    }

    /** The next state of this kind that fits; earlier ones are passed over. */
    <T extends EngineState> T await(Class<T> kind, Predicate<T> fits) throws InterruptedException {
        var seen = new ArrayList<EngineState>();
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end) {
            var state = states.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (kind.isInstance(state) && fits.test(kind.cast(state))) {
                return kind.cast(state);
            }
            seen.add(state);
        }
        return fail("no " + kind.getSimpleName() + " but " + seen + log());
    }

    <T extends EngineState> T await(Class<T> kind) throws InterruptedException {
        return await(kind, _ -> true);
    }

    String log() {
        var text = new StringBuilder();
        LogLines.all(supervisor.log()).forEach(l -> text.append('\n').append(l.text()));
        return text.toString();
    }

    /** Its log may be read a moment after it has answered. */
    Matcher awaitLogged(Pattern line) throws Exception {
        var found = new CompletableFuture<Matcher>();
        try (var _ =
                supervisor.log().newest().subscribe(_ -> logged(line).ifPresent(found::complete))) {
            return found.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private Optional<Matcher> logged(Pattern line) {
        return Optional.of(line.matcher(log())).filter(Matcher::find);
    }

    ChatBackend.Stream open(ChatRequest request) throws ChatFailedException {
        return client.open(ConnectionId.LOCAL, request);
    }

    List<ChatEvent> chat(String text, int tokens) throws Exception {
        var events = new ArrayList<ChatEvent>();
        open(request(text, tokens)).run(events::add);
        return events;
    }

    @Override
    public void close() {
        connections.close();
        supervisor.close();
        http.close();
    }
}
