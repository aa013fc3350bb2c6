package dev.paddock.engine.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RedactorTest {
    private final Redactor secrets = new Redactor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer XYZZY-42.abc",
                "authorization: Basic XYZZY42=",
                "\"Authorization\": \"Bearer XYZZY42\"",
                "Authorization: Token XYZZY42",
                "AUTHORIZATION: XYZZY42",
                "got header bearer XYZZY42 from 127.0.0.1",
                "llama-server --api-key XYZZY42 -c 4096",
                "llama-server --api-key=XYZZY42",
                "LLAMA_API_KEY=XYZZY42",
                "srv  init: api_keys: XYZZY42",
                "X-Api-Key: XYZZY42",
                "{\"apiKey\":\"XYZZY42\"}",
                "\"sharedKey\" : \"XYZZY42\",",
                "{\"networkApiKey\" : \"XYZZY42\"}",
                "-hft XYZZY42",
                "--hf-token XYZZY42",
                "HF_TOKEN=XYZZY42",
                "hf_XYZZYaAbBcCdDeE",
                "model hf_XYZZYaAbBcCdDeE, twice hf_XYZZYaAbBcCdDeE",
                "sk-proj-XYZZY_aAbBcCdDeEfF",
                "https://ada:XYZZY42@example.org/model.gguf",
                "password = 'XYZZY42'",
                "?api_key=XYZZY42&x=1"
            })
    void whatLooksLikeAKeyGoes(String line) {
        String clean = secrets.clean(line);

        assertFalse(clean.contains("XYZZY"), clean);
        assertEquals(clean, secrets.clean(clean), "not stable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print_info: BOS token = 1 '<s>'",
                "slot release: id 0 | task 0 | stop processing: n_tokens = 67, truncated = 0",
                "0.00.038.009 I srv    load_model: loading model '/models/hf_small_model_7b.gguf'",
                "monkey: banana",
                "llama_kv_cache: key = f16, value = f16",
                "- kv 3: general.basename str = basic llama",
                "listening on http://127.0.0.1:8080",
                "task-1 sk-1"
            })
    void otherLinesStayAsTheyAre(String line) {
        assertEquals(line, secrets.clean(line));
    }

    @Test
    void whatItWasToldOfGoesEverywhere() {
        secrets.hide("0a1b2c3d");
        secrets.hide("a");

        assertEquals("x[removed]y a [removed]", secrets.clean("x0a1b2c3dy a 0a1b2c3d"));
    }

    @Test
    void aCommandLosesTheValuesOfItsKeys() {
        assertEquals(
                List.of("s", "--api-key", "[removed]", "-m", "x.gguf", "-hft", "[removed]"),
                secrets.clean(List.of("s", "--api-key", "open me", "-m", "x.gguf", "-hft", "t")));
    }
}
