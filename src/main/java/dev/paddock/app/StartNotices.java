package dev.paddock.app;

import dev.paddock.app.cli.Remark;
import dev.paddock.engine.EngineState;
import dev.paddock.engine.check.EngineRecord;
import dev.paddock.option.EngineOptions;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.FileWords;
import dev.paddock.ui.words.Words;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells of what went otherwise than a person would expect with files and engines, from the start
 * on: it must not stay in the log alone. For the FX thread.
 */
final class StartNotices {
    private static final String BACK = "server.back";
    private static final String NO_LOG = "log.notWritten";

    private final Wiring wiring;
    private final Toolkit kit;
    private final Words words;
    private final Consumer<Path> openFolder;
    private final SettingsNotices settings;
    private Optional<Long> moved = Optional.empty();
    private boolean away;

    /**
     * @param openFolder shows a folder in the file manager
     */
    StartNotices(Wiring wiring, Toolkit kit, Consumer<Path> openFolder, SettingsNotices.Ways ways) {
        this.wiring = wiring;
        this.kit = kit;
        words = kit.words();
        this.openFolder = openFolder;
        settings = new SettingsNotices(wiring, kit, openFolder, ways);
    }

    void begin() {
        settings.tell(wiring.loaded());
        wiring.draftsAside().ifPresent(file -> settings.kept("drafts.putAside", file));
        commandLine(wiring.remarks());
        kit.watch(wiring.preferences().problem(), this::settings);
        kit.watch(wiring.supervisor().state(), this::port);
        kit.watch(wiring.supervisor().state(), this::back);
        kit.watch(wiring.leftovers(), ended -> ended.forEach(this::leftover));
        kit.watch(wiring.engineLog().problem(), this::log);
    }

    /** The diagnostics are on the clipboard. */
    void diagnosticsCopied() {
        kit.notices()
                .show(Notice.passing("diagnostics", Severity.GOOD, words.of("diagnostics.copied")));
    }

    void diagnosticsFailed(Throwable why, Path logs) {
        warn(
                "diagnostics",
                words.of("diagnostics.failed", words.defect(why), logs),
                Action.look(words.of("notice.openFolder"), () -> openFolder.accept(logs)));
    }

    /** What on a command line should be said otherwise. */
    void commandLine(List<Remark> remarks) {
        remarks.forEach(remark -> tell("cli.remark " + remark.given(), remark.sentence(words)));
    }

    private void settings(Optional<IOException> problem) {
        String topic = "settings.notSaved";
        problem.ifPresentOrElse(
                why ->
                        warn(
                                topic,
                                words.of(topic, FileWords.of(why, words)),
                                new Action(
                                        words.of("notice.tryAgain"), wiring.preferences()::retry)),
                () -> kit.notices().withdraw(topic));
    }

    private void leftover(EngineRecord engine) {
        tell(
                "server.leftover " + engine.pid(),
                words.of(
                        "server.leftover",
                        Long.toString(engine.pid()),
                        Integer.toString(engine.port())));
    }

    /** Once for each run of the engine. */
    private void port(EngineState state) {
        var now = state.running().filter(EngineState.RunningEngine::portMoved);
        var pid = now.map(EngineState.RunningEngine::pid);
        if (!pid.equals(moved)) {
            moved = pid;
            now.ifPresent(
                    engine ->
                            tell(
                                    "server.portMoved",
                                    words.of(
                                            "server.portMoved",
                                            Integer.toString(
                                                    engine.plan().value(EngineOptions.PORT)),
                                            Integer.toString(engine.endpoint().port()))));
        }
    }

    /** It ended by itself and was started again, and nobody sat and waited for it. */
    private void back(EngineState state) {
        var running = state.running();
        if (running.isEmpty()) {
            kit.notices().withdraw(BACK);
        } else if (away) {
            var text = words.of(BACK, running.get().plan().modelName());
            kit.notices().show(Notice.passing(BACK, Severity.GOOD, text));
        }
        boolean under = state instanceof EngineState.BackingOff;
        away = under || away && !state.settled();
    }

    private void log(Optional<IOException> problem) {
        var logs = wiring.engineLog().folder();
        problem.ifPresentOrElse(
                why ->
                        warn(
                                NO_LOG,
                                words.of(NO_LOG, logs, FileWords.of(why, words)),
                                Action.look(
                                        words.of("notice.openFolder"),
                                        () -> openFolder.accept(logs))),
                () -> kit.notices().withdraw(NO_LOG));
    }

    private void tell(String topic, String text) {
        kit.notices().show(Notice.passing(topic, Severity.NEUTRAL, text));
    }

    private void warn(String topic, String text, Action... actions) {
        kit.notices().show(Notice.lasting(topic, Severity.WARNING, text, actions));
    }
}
