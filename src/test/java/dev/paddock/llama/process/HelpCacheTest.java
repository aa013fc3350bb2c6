package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

@DisabledOnOs(OS.WINDOWS)
class HelpCacheTest {
    @TempDir Path folder;

    private Path engine(String script) throws Exception {
        var file = folder.resolve("llama-server");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    @Timeout(50)
    void aWrapperThatLeavesSomethingRunningIsNotWaitedFor() throws Exception {
        var engine = engine("sleep 60 &\necho '--port N   the port'\necho 'version: 7 (x)' >&2");

        var help = new HelpCache().of(engine);

        assertTrue(help.knows("--port"));
        assertEquals(Optional.of("7 (x)"), help.version());
    }

    @Test
    void aChangedFileIsAskedAgain() throws Exception {
        var cache = new HelpCache();
        assertTrue(cache.of(engine("echo '--old   an option'")).knows("--old"));

        assertTrue(cache.of(engine("echo '--newer   an option'")).knows("--newer"));
    }

    @Test
    void whatSaysNothingHasNoHelpAndNoVersion() throws Exception {
        var engine = engine("exit 3");
        var cache = new HelpCache();

        assertEquals(EngineHelp.unknown(), cache.of(engine));
        assertEquals(Optional.empty(), cache.version(engine));
    }
}
