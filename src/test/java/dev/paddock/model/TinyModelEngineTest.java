package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

class TinyModelEngineTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir Path folder;

    @Test
    void chatsInPrintableSentencesAndEndsByItself() throws Exception {
        try (var engine = start()) {
            boolean ended = false;
            for (int seed = 0; seed < 8; seed++) {
                var answer = chat(engine, "\"seed\":" + seed + ",\"max_tokens\":1500");
                String text = answer.at("/choices/0/message/content").asString();
                assertTrue(text.matches("[A-Z][A-Za-z ,.\\n-]*"), text);
                assertTrue(text.contains(" "), text);
                ended |= answer.at("/choices/0/finish_reason").asString().equals("stop");
            }
            assertTrue(ended);
        }
    }

    @Test
    void goesOnToTheLimitWhenToldToIgnoreItsEnd() throws Exception {
        try (var engine = start()) {
            var answer = chat(engine, "\"ignore_eos\":true,\"max_tokens\":2000");
            assertEquals("length", answer.at("/choices/0/finish_reason").asString());
            assertEquals(2000, answer.at("/usage/completion_tokens").asInt());
        }
    }

    @Test
    void theEngineAndTheReaderAgreeOnIt() throws Exception {
        Path file = folder.resolve("tiny.gguf");
        TinyModel.write(file);
        var read = new GgufReader().read(file);
        try (var engine = new UnsupervisedEngine(file)) {
            var meta = JSON.readTree(engine.get("/v1/models")).at("/data/0/meta");
            assertEquals(meta.path("n_params").asLong(), read.parameters().orElseThrow());
            assertEquals(meta.path("n_ctx_train").asInt(), read.trainedContext().orElseThrow());
            assertTrue(meta.path("size").asLong() < read.fileBytes());
        }
    }

    @Test
    void theEngineRefusesEveryBrokenOne() throws Exception {
        for (Path broken :
                new Path[] {
                    BrokenModels.htmlPage(folder),
                    BrokenModels.empty(folder),
                    BrokenModels.truncatedData(folder),
                    BrokenModels.truncatedHeader(folder),
                    BrokenModels.version(folder, 99),
                    BrokenModels.version(folder, 1),
                    BrokenModels.unknownArchitecture(folder),
                    BrokenModels.tensorMissing(folder),
                    BrokenModels.projector(folder),
                    BrokenModels.vocabularyOnly(folder),
                    BrokenModels.secondPart(folder),
                    BrokenModels.partMissing(folder),
                    BrokenModels.absurdKeyCount(folder)
                }) {
            try (var engine = new UnsupervisedEngine(broken)) {
                assertNotEquals(0, engine.exitCode(), broken.toString());
            }
        }
    }

    private UnsupervisedEngine start() throws Exception {
        Path file = folder.resolve("tiny.gguf");
        TinyModel.write(file);
        return new UnsupervisedEngine(file);
    }

    private static JsonNode chat(UnsupervisedEngine engine, String options) throws Exception {
        String body =
                """
                {"messages":[{"role":"system","content":"Be kind."},
                {"role":"user","content":"Tell me of horses."}],%s}\
                """
                        .formatted(options);
        return JSON.readTree(engine.post("/v1/chat/completions", body));
    }
}
