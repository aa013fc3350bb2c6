package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.paddock.model.ModelProblem;
import dev.paddock.model.TinyModel;
import dev.paddock.server.Failure;
import dev.paddock.server.ServerState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the real engine says of broken models becomes the right failure, without preflight. */
@Timeout(60)
class BrokenModelTest {
    @TempDir Path folder;

    private Failure failure(Path model) throws Exception {
        try (var engine = new RealEngine()) {
            engine.supervisor.start(RealEngine.plan(model, ""));
            return engine.await(ServerState.Failed.class).failure();
        }
    }

    private Path model(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("model.gguf"), bytes);
    }

    private static byte[] replaced(String from, String to) {
        var text = new String(TinyModel.bytes(), ISO_8859_1);
        assertTrue(text.contains(from), "the tiny model has no " + from);
        return text.replace(from, to).getBytes(ISO_8859_1);
    }

    @Test
    void eachKindHasItsOwnCause() throws Exception {
        var whole = TinyModel.bytes();
        var gone = folder.resolve("gone.gguf");
        assertEquals(new Failure.BadModel(new ModelProblem.Missing(gone)), failure(gone));
        var page = model("<html>a page instead of a file</html>".getBytes(ISO_8859_1));
        assertEquals(new Failure.BadModel(new ModelProblem.NotGguf(page, "<htm")), failure(page));
        for (int length : new int[] {0, 200, whole.length / 2}) {
            var bad = failure(model(Arrays.copyOf(whole, length)));
            var problem = assertInstanceOf(Failure.BadModel.class, bad).problem();
            assertInstanceOf(ModelProblem.Damaged.class, problem);
        }
        var newer = whole.clone();
        newer[4] = 99;
        var file = model(newer);
        assertEquals(
                new Failure.BadModel(new ModelProblem.UnknownVersion(file, 99)), failure(file));
        assertEquals(
                new Failure.ModelUnsupported(file, "lamax"),
                failure(model(replaced("llama", "lamax"))));
        assertInstanceOf(
                Failure.ModelRejected.class,
                failure(model(replaced("blk.0.attn_k", "blx.0.attn_k"))));
    }
}
