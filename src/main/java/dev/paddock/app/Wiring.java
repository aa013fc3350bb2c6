package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.app.cli.Remark;
import dev.paddock.chat.ChatBackend;
import dev.paddock.chat.ChatTools;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.DailyBackup;
import dev.paddock.chat.DelayedExecutor;
import dev.paddock.chat.HistoryRecovery;
import dev.paddock.chat.LazyHistory;
import dev.paddock.connection.ConnectionId;
import dev.paddock.connection.Connections;
import dev.paddock.connection.ReadyServer;
import dev.paddock.engine.ComputeDevice;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineSearch;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Supervisor;
import dev.paddock.engine.check.EngineRecord;
import dev.paddock.engine.check.OrphanSweep;
import dev.paddock.files.AppDirs;
import dev.paddock.files.DraftFile;
import dev.paddock.files.EngineLog;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.files.JsonSettings;
import dev.paddock.files.StarterFile;
import dev.paddock.hardware.OshiDevices;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaClient;
import dev.paddock.llama.api.LlamaMonitor;
import dev.paddock.llama.api.LlamaProbe;
import dev.paddock.llama.api.TrialTokens;
import dev.paddock.llama.process.EngineProcesses;
import dev.paddock.llama.process.HelpCache;
import dev.paddock.llama.process.LlamaLauncher;
import dev.paddock.llama.process.LlamaLocator;
import dev.paddock.model.GgufReader;
import dev.paddock.monitor.Sampler;
import dev.paddock.settings.LoadWatch;
import dev.paddock.settings.PreferencesService;
import dev.paddock.settings.Settings;
import dev.paddock.settings.SettingsStore;
import dev.paddock.signal.Observable;
import dev.paddock.signal.Signal;
import dev.paddock.signal.Subscriptions;
import dev.paddock.sqlite.SqliteHistory;
import dev.paddock.sqlite.SqliteHistoryFiles;
import dev.paddock.ui.words.Words;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.UnaryOperator;

/** Everything behind the window, built by hand. Building it reads settings and drafts, no more. */
final class Wiring implements AutoCloseable {
    private final ExecutorService background = new Background();
    private final OshiDevices devices = new OshiDevices();
    private final Http http = Http.loopback();
    final TrialTokens trials = new TrialTokens();
    private final LlamaLauncher engine;
    private final OrphanSweep sweep;
    private final Signal<List<EngineRecord>> leftovers = new Signal<>(List.of());
    private final StarterFile models;
    private final CompletableFuture<CompletableFuture<Void>> opening = new CompletableFuture<>();
    private final List<Remark> remarks;
    private final SettingsStore.Loaded loaded;
    private final Words words;
    private final PreferencesService preferences;
    private final EngineSearch search;
    private final Subscriptions watching = new Subscriptions();
    private final Supervisor supervisor;
    private final LoadWatch loads;
    private final Connections connections;
    private final EngineLog engineLog;
    private final LazyHistory history;
    private final DraftFile drafts;
    private final Conversations conversations;
    private final HistoryRecovery recovery;
    private final Sampler sampler;
    private boolean closed;

    Wiring(AppDirs dirs, CommandLine line, Words words) {
        this(dirs, line, words, client -> client);
    }

    /**
     * @param between what the conversations talk to in place of the client itself
     */
    Wiring(AppDirs dirs, CommandLine line, Words words, UnaryOperator<ChatBackend> between) {
        var store = new JsonSettings(dirs.settings());
        history = new LazyHistory(told -> SqliteHistory.open(dirs.history(), told));
        loaded = store.load();
        this.words = words.in(loaded.settings().language());
        remarks = line.remarks();
        var records = new EngineRecordFiles(dirs.engines());
        var help = new HelpCache();
        engine = new LlamaLauncher(records, help);
        sweep = new OrphanSweep(records, new EngineProcesses());
        models = new StarterFile(dirs.models(), new GgufReader());
        preferences = new PreferencesService(store, asked(line, loaded.settings()));
        var client = new LlamaClient(http, this::server);
        supervisor =
                new Supervisor(
                        new Supervisor.Ports(
                                engine,
                                new LlamaProbe(http, trials, this::isAnswering),
                                client.streamsTo(ConnectionId.LOCAL),
                                () -> preferences.settings().value().health()),
                        SystemChecks.of(models, devices, engine::devices));
        loads = new LoadWatch(supervisor.state(), preferences);
        watching.add(supervisor.state().subscribe(this::releaseConnections));
        connections = new Connections(supervisor.state(), _ -> Optional.empty());
        engineLog = new EngineLog(dirs.logs(), supervisor.log());
        var locator = new LlamaLocator(InstallFolders.besideApp(), System.getenv(), help);
        search = new EngineSearch(line.engine(), locator, engine::learn, background);
        drafts = new DraftFile(dirs.drafts());
        var untitled = this.words.of("chat.untitled");
        conversations = new Conversations(tools(between.apply(client)), untitled, drafts);
        var files = new SqliteHistoryFiles(dirs.history(), Clock.systemDefaultZone());
        recovery = new HistoryRecovery(conversations, history, files, background);
        watching.add(DailyBackup.watch(conversations, history, background));
        var monitor = new LlamaMonitor(http, this::running, trials);
        sampler = new Sampler(StatusSources.of(monitor, supervisor, devices, conversations));
    }

    private ChatTools tools(ChatBackend backend) {
        return new ChatTools(
                history,
                backend,
                ConnectionId.LOCAL,
                AnswerOptions.of(preferences, supervisor.state()),
                Clock.systemUTC(),
                background,
                DelayedExecutor.on(background));
    }

    private Settings asked(CommandLine line, Settings kept) {
        var asked = kept.withOptions(all -> models.defaultsIn(all.withCommandLine(line.options())));
        return line.model().map(asked::withModel).orElse(asked);
    }

    /** Begins what the first frame of the window need not wait for. */
    void begin() {
        opening.complete(conversations.load());
        background.execute(this::sweepThenSearch);
    }

    /** No engine is started before one is found, and by then those left behind are gone. */
    private void sweepThenSearch() {
        try {
            leftovers.set(sweep.run());
        } finally {
            watching.add(preferences.settings().subscribe(now -> search.look(now.engine())));
            http.warm();
        }
    }

    /** An engine that is not there needs no connections, and an app at rest no thread for them. */
    private void releaseConnections(EngineState state) {
        if (state instanceof EngineState.Idle || state instanceof EngineState.Failed) {
            http.release();
        }
    }

    /** The engines of an earlier run that had to be ended. */
    Observable<List<EngineRecord>> leftovers() {
        return leftovers;
    }

    /** Ends when the history was read, or with the reason why it cannot be. */
    CompletableFuture<Void> opening() {
        return opening.thenCompose(reading -> reading);
    }

    /** The settings as they were found, and where an unreadable file was put. */
    SettingsStore.Loaded loaded() {
        return loaded;
    }

    /** Where an unreadable file of drafts was put. */
    Optional<Path> draftsAside() {
        return drafts.putAside();
    }

    /** On flags of the command line that should be said otherwise. */
    List<Remark> remarks() {
        return remarks;
    }

    /** Those of the language that was chosen. */
    Words words() {
        return words;
    }

    PreferencesService preferences() {
        return preferences;
    }

    Observable<EngineLocation> engineLocation() {
        return search.location();
    }

    EngineSearch search() {
        return search;
    }

    Supervisor supervisor() {
        return supervisor;
    }

    Connections connections() {
        return connections;
    }

    EngineLog engineLog() {
        return engineLog;
    }

    Optional<String> engineVersion(Path program) {
        return engine.version(program);
    }

    List<ComputeDevice> engineDevices() {
        return search.location().value().program().flatMap(engine::devices).orElse(List.of());
    }

    OshiDevices devices() {
        return devices;
    }

    Conversations conversations() {
        return conversations;
    }

    HistoryRecovery recovery() {
        return recovery;
    }

    LazyHistory history() {
        return history;
    }

    Sampler sampler() {
        return sampler;
    }

    StarterFile models() {
        return models;
    }

    /** For what blocks: a virtual thread for each task. */
    ExecutorService background() {
        return background;
    }

    private boolean isAnswering() {
        return conversations.counts().busy();
    }

    Optional<RunningEngine> running() {
        return supervisor.state().value().running();
    }

    private Optional<ReadyServer> server(ConnectionId id) {
        return connections.find(id);
    }

    /**
     * Ends everything in reverse, but the engine, which takes the longest, while answers are kept
     * and the history is closed; the settings are written. Blocks for some seconds at most; whoever
     * calls it again waits for the first call to end.
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watching.close();
        sampler.close();
        conversations.beginClosing();
        supervisor.beginClosing();
        conversations.close();
        history.close();
        devices.close();
        connections.close();
        supervisor.close();
        loads.close();
        http.close();
        engineLog.close();
        preferences.close();
        background.shutdownNow();
    }
}
