package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.chat.ChatFailure.ConnectionLost;
import dev.paddock.chat.ChatFailure.Loss;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.engine.check.EngineRecord;
import dev.paddock.engine.check.TestPorts;
import dev.paddock.files.AppDirs;
import dev.paddock.files.EngineRecordFiles;
import dev.paddock.integration.AppProcess;
import dev.paddock.model.TinyModel;
import dev.paddock.sqlite.SqliteHistory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The system ends the app in the middle of an answer of the real engine. */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class ClosingTest {
    @TempDir Path folder;
    private AppDirs dirs;

    private Process streaming() throws IOException {
        dirs = new AppDirs(folder.resolve("data"));
        Path model = folder.resolve("tiny.gguf");
        TinyModel.write(model);
        var app =
                OtherJava.running(
                                StreamingApp.class,
                                "--data-dir=" + dirs.data(),
                                "--engine=" + AppProcess.realEngine(),
                                "--port=" + TestPorts.next(),
                                "--ctx-size=131072",
                                "--extra-arguments=-t 1 --ignore-eos",
                                model.toString())
                        .start();
        var said = app.inputReader();
        for (var line = ""; !line.equals(StreamingApp.STREAMING); ) {
            line = Optional.ofNullable(said.readLine()).orElseThrow();
        }
        return app;
    }

    private EngineRecord engine() {
        return new EngineRecordFiles(dirs.engines()).all().getFirst();
    }

    private void end(Process app, long engine) throws Exception {
        app.destroy();
        assertTrue(app.waitFor(30, TimeUnit.SECONDS), "it does not end");
        assertFalse(ProcessHandle.of(engine).map(ProcessHandle::isAlive).orElse(false));
    }

    private Message answer() {
        var history = SqliteHistory.open(dirs.history());
        try {
            var only = history.conversations().getFirst().id();
            return history.tree(only).branch().getLast();
        } finally {
            history.close();
        }
    }

    private void assertSaysThatTheAppWasClosed() {
        assertEquals(MessageStatus.INTERRUPTED, answer().status());
        assertEquals(Optional.of(new ConnectionLost(Loss.APP_CLOSED)), answer().failure());
        assertFalse(answer().content().isBlank());
    }

    @Test
    void theAnswerIsKeptAndSaysSo() throws Exception {
        var app = streaming();
        end(app, engine().pid());
        assertSaysThatTheAppWasClosed();
    }

    /** As one is that gets nothing of the processor: it cannot end by itself. */
    @Test
    void anEngineThatStandsStillHoldsNothingUp() throws Exception {
        var app = streaming();
        long engine = engine().pid();
        assertEquals(0, new ProcessBuilder("kill", "-STOP", "" + engine).start().waitFor());
        end(app, engine);
        assertSaysThatTheAppWasClosed();
    }
}
