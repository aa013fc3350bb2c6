package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.paddock.model.FileError;
import dev.paddock.model.GgufReader;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelFile;
import dev.paddock.model.ModelProblem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

class StarterFileTest {
    @TempDir private Path folder;

    @Test
    void nothingIsWrittenUntilItIsRead() throws Exception {
        var starter = starter(folder.resolve("models"));

        assertFalse(Files.exists(folder.resolve("models")));
        ModelFile file = starter.read(starter.model().path());

        assertEquals(starter.model().bytes(), file.fileBytes());
        assertEquals("paddock-starter", file.name());
        try (var left = Files.list(folder.resolve("models"))) {
            assertEquals(List.of(starter.model().path()), left.toList());
        }
    }

    @Test
    void aCopyThatIsThereIsNotWrittenAgain() throws Exception {
        var starter = starter(folder);
        Path path = starter.model().path();
        starter.read(path);
        var longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(path, longAgo);

        starter.read(path);

        assertEquals(longAgo, Files.getLastModifiedTime(path));
    }

    @Test
    void anEmptyACutOffOrAnotherCopyIsReplaced() throws Exception {
        var starter = starter(folder);
        Path path = starter.model().path();
        starter.read(path);
        byte[] right = Files.readAllBytes(path);
        byte[] changed = right.clone();
        changed[changed.length / 2] ^= 1;

        for (byte[] wrong : List.of(new byte[0], new byte[100], changed)) {
            Files.write(path, wrong);
            starter.read(path);
            assertArrayEquals(right, Files.readAllBytes(path));
        }
    }

    @Test
    void otherModelsAreOnlyRead() {
        var starter = starter(folder.resolve("models"));
        Path other = folder.resolve("other.gguf");

        var refused = assertThrows(ModelException.class, () -> starter.read(other));

        assertEquals(new ModelProblem.Missing(other), refused.problem());
        assertFalse(Files.exists(folder.resolve("models")));
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        var starter = starter(file);

        var refused =
                assertThrows(ModelException.class, () -> starter.read(starter.model().path()));

        var problem = assertInstanceOf(ModelProblem.NotUnpacked.class, refused.problem());
        assertEquals(starter.model().path(), problem.path());
        assertEquals(new FileError(FileError.Kind.NOT_A_FOLDER), problem.error());
    }

    private static StarterFile starter(Path folder) {
        return new StarterFile(folder, new GgufReader());
    }
}
