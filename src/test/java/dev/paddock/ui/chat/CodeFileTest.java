package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.transcript.Transcript;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class CodeFileTest {
    @TempDir Path folder;

    @BeforeAll
    static void toolkit() {
        Stages.startToolkit();
    }

    @Test
    void codeIsInTheFileThatAPersonNamed() throws IOException {
        var path = folder.resolve("a.py");
        assertEquals(List.of(), save(path));
        assertEquals("a = 1\r\n\tb\n", Files.readString(path));
    }

    @Test
    void aPlaceThatRefusesItIsNamed() {
        var path = folder.resolve("missing").resolve("a.py");
        var told = save(path);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().contains(path.toString()), told.getFirst());
    }

    @Test
    void theNameThatIsOfferedEndsAsTheLanguageHasIt() {
        var question = Samples.question("?");
        for (var expected :
                List.of("python code.py", "Dockerfile Dockerfile", "c++ code.cpp", "x code.txt")) {
            var words = expected.split(" ");
            var transcript = new Transcript();
            var answer = Samples.answer(question, "```" + words[0] + "\na\n```", "");
            transcript.update(List.of(question, answer));
            assertEquals(words[1], transcript.codeFile(1, "code"));
        }
    }

    /** Returns what is told then. */
    private static List<String> save(Path path) {
        return Stages.onFx(
                () -> {
                    var kit = Toolkit.create(new Words());
                    var file = new CodeFile(kit, Runnable::run);
                    file.askBy((_, _) -> Optional.of(path));
                    var owner = new javafx.stage.Stage();
                    file.save("code.py", "a = 1\r\n\tb", owner);
                    var told = kit.notices().shown().stream().map(it -> it.text()).toList();
                    kit.close();
                    return told;
                });
    }
}
