package dev.paddock.app;

import dev.paddock.engine.ComputeDevice;
import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.Failure;
import dev.paddock.engine.log.LogRun;
import dev.paddock.engine.log.Redactor;
import dev.paddock.engine.log.ShareableLog;
import dev.paddock.files.JsonSettings;
import dev.paddock.files.Logging;
import dev.paddock.monitor.DeviceSnapshot;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.words.FailureWords;
import dev.paddock.ui.words.Words;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Collects what a bug report should have: versions, machine, settings, state and the newest lines
 * of both logs. Nothing of any chat, and no key.
 */
final class Diagnostics {
    private static final int ENGINE_LINES = 200;
    private static final int APP_LINES = 60;

    private final Wiring wiring;
    private final Path logs;
    private final Words words;
    private final FailureWords failures;

    /**
     * @param logs the folder of this app's own log
     */
    Diagnostics(Wiring wiring, Path logs, Words words) {
        this.wiring = wiring;
        this.logs = logs;
        this.words = words;
        failures = new FailureWords(words);
    }

    /** Returns at once; asking the machine takes about a second the first time. */
    CompletableFuture<String> collect() {
        return CompletableFuture.supplyAsync(this::text, wiring.background());
    }

    /** Puts them on the clipboard, and says so; for the FX thread. */
    void copy(Executor ui, StartNotices notices) {
        collect()
                .whenCompleteAsync(
                        (text, defect) -> {
                            if (defect == null) {
                                SystemClipboard.put(text);
                                notices.diagnosticsCopied();
                            } else {
                                notices.diagnosticsFailed(defect, logs);
                            }
                        },
                        ui);
    }

    private String text() {
        var report = new Report(words.of("diagnostics.title"));
        var state = wiring.supervisor().state().value();
        versions(report);
        machine(report);
        engine(report, state);
        failure(state).ifPresent(failure -> failure(report, failure));
        settings(report);
        engineLog(report);
        report.block(words.of("diagnostics.appLog"), "text", Logging.lastLines(logs, APP_LINES));
        return report.text(secrets(state)::clean, System.getProperty("user.home", ""));
    }

    private Redactor secrets(EngineState state) {
        var secrets = new Redactor();
        var sharing = wiring.preferences().settings().value().sharing();
        sharing.key().ifPresent(key -> secrets.hide(key.text()));
        state.running().ifPresent(running -> secrets.hide(running.endpoint().key().text()));
        return secrets;
    }

    private void versions(Report report) {
        report.item(words.of("diagnostics.time"), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        report.item(words.of("app.name"), Version.text());
        report.item(
                words.of("diagnostics.java"),
                Runtime.version() + " (" + System.getProperty("java.vendor") + ")");
        report.item(
                words.of("diagnostics.javaFx"),
                System.getProperty("javafx.runtime.version", Version.javaFx()));
    }

    private void machine(Report report) {
        var facts = wiring.devices().facts();
        var devices = wiring.devices().read(OptionalLong.empty());
        report.item(
                words.of("diagnostics.system"),
                facts.system() + ", " + System.getProperty("os.arch"));
        report.item(
                words.of("diagnostics.processor"),
                words.of("diagnostics.processor.threads", facts.processor(), facts.threads()));
        report.item(
                words.of("diagnostics.memory"),
                share(devices.ramUsedBytes(), devices.ramTotalBytes()));
        devices.gpus().forEach(gpu -> report.item(words.of("diagnostics.gpu"), gpu(gpu)));
        facts.graphics().forEach(card -> report.item(words.of("diagnostics.graphics"), card));
        var ofEngine = wiring.engineDevices();
        ofEngine.forEach(it -> report.item(words.of("diagnostics.device"), device(it)));
        if (devices.gpus().isEmpty() && ofEngine.isEmpty()) {
            report.item(words.of("diagnostics.gpu"), words.of("diagnostics.none"));
        }
    }

    private String device(ComputeDevice device) {
        return words.of(
                "diagnostics.device.facts",
                device.name(),
                device.description(),
                words.figures().bytes(device.freeBytes()),
                words.figures().bytes(device.totalBytes()));
    }

    private String gpu(DeviceSnapshot.Gpu gpu) {
        String memory =
                gpu.vramUsedBytes().isPresent()
                        ? share(gpu.vramUsedBytes().getAsLong(), gpu.vramTotalBytes())
                        : words.figures().bytes(gpu.vramTotalBytes());
        return gpu.name() + ", " + memory;
    }

    private String share(long used, long total) {
        return words.of(
                "diagnostics.share", words.figures().bytes(used), words.figures().bytes(total));
    }

    private void engine(Report report, EngineState state) {
        if (wiring.engineLocation().value() instanceof EngineLocation.Found(Path program, var _)) {
            report.item(words.of("diagnostics.engine"), program);
            wiring.engineVersion(program)
                    .ifPresent(text -> report.item(words.of("diagnostics.engineVersion"), text));
        } else {
            report.item(words.of("diagnostics.engine"), words.of("diagnostics.none"));
        }
        lastRun().ifPresent(run -> report.code(words.of("diagnostics.command"), run.commandLine()));
        report.item(words.of("diagnostics.state"), state.getClass().getSimpleName());
        state.running().ifPresent(running -> running(report, running));
    }

    private void running(Report report, RunningEngine running) {
        var info = running.info();
        report.item(
                words.of("diagnostics.running"),
                words.of(
                        "diagnostics.running.facts",
                        info.build(),
                        info.contextPerSlot(),
                        info.slots(),
                        running.startupMillis()));
        running.warnings().stream()
                .map(failures::of)
                .forEach(text -> report.item(text.title(), text.cause()));
    }

    private Optional<LogRun> lastRun() {
        var runs = wiring.supervisor().log().runs().value();
        return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
    }

    private static Optional<Failure> failure(EngineState state) {
        return switch (state) {
            case EngineState.Failed(var failure) -> Optional.of(failure);
            case EngineState.BackingOff(_, var failure, _, _) -> Optional.of(failure);
            case EngineState.Stalled(_, _, _, var failure) -> Optional.of(failure);
            case EngineState.Unresponsive(_, var failure) -> Optional.of(failure);
            case EngineState.Idle _, EngineState.Preflight _, EngineState.Spawning _ ->
                    Optional.empty();
            case EngineState.Loading _, EngineState.Ready _, EngineState.Suspect _ ->
                    Optional.empty();
            case EngineState.Stopping _, EngineState.Diagnosing _ -> Optional.empty();
        };
    }

    private void failure(Report report, Failure failure) {
        var text = failures.of(failure);
        report.block(
                words.of("diagnostics.failure", failure.getClass().getSimpleName()),
                "text",
                List.of(text.title(), text.cause(), text.remedy()));
    }

    private void settings(Report report) {
        var now = wiring.preferences().settings().value();
        report.block(
                words.of("diagnostics.settings"), "json", JsonSettings.text(now).lines().toList());
    }

    private void engineLog(Report report) {
        var log = ShareableLog.of(wiring.supervisor().log(), ENGINE_LINES);
        if (log.talkative()) {
            report.note(words.of("diagnostics.talkative", log.leftOut()));
        } else if (log.leftOut() > 0) {
            report.note(words.of("diagnostics.leftOut", log.leftOut()));
        }
        report.block(words.of("diagnostics.engineLog"), "text", log.lines());
    }
}
