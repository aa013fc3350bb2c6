package dev.paddock.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

class ShortNameTest {
    @Test
    void whatTellsItFromItsSiblingsStaysLongest() {
        assertEquals(
                List.of(
                        "Mistral-Small-3.2-24B-Instruct-2506-UD-Q4_K_XL",
                        "Mistral-Small-3.2-24B-Instruct…UD-Q4_K_XL",
                        "Mistral-Small…24B-Instruct…UD-Q4_K_XL",
                        "Mistral…24B-Instruct…UD-Q4_K_XL",
                        "Mistral…Instruct…UD-Q4_K_XL",
                        "Mist…Instruct…UD-Q4_K_XL",
                        "…Instruct…UD-Q4_K_XL",
                        "…Instruct…Q4_K_XL"),
                ShortName.of("Mistral-Small-3.2-24B-Instruct-2506-UD-Q4_K_XL"));
        assertEquals("…Coder…Instruct-Q8_0", shortest("Qwen2.5-Coder-0.5B-Instruct-Q8_0"));
        assertEquals("…it-q4_0", shortest("gemma-3-4b-it-q4_0"));
    }

    @Test
    void itsBeginningGoesLast() {
        assertEquals(
                List.of("gemma-3-270m-q4_k_m", "gemma…270m-q4_k_m", "gemma…q4_k_m", "…q4_k_m"),
                ShortName.of("gemma-3-270m-q4_k_m"));
        assertEquals(
                List.of("SmolLM2…Instruct.Q4_1", "Smol…Instruct.Q4_1", "…Instruct.Q4_1"),
                ShortName.of("SmolLM2-135M-Instruct.Q4_1").subList(1, 4));
    }

    @Test
    void aNameOfAnotherKindKeepsItsEnds() {
        assertEquals("my…v2", ShortName.of("my-very-own-model-v2").get(3));
        assertEquals(List.of("tiny"), ShortName.of("tiny"));
        assertEquals(List.of(""), ShortName.of(""));
        assertEquals(List.of("Q4_0"), ShortName.of("Q4_0"));
    }

    @Test
    void eachIsShorterThanTheOneBefore() {
        for (String name :
                List.of(
                        "Mixtral-8x7B-Instruct-v0.1.Q5_K_M",
                        "a-b-c",
                        "--a__b--",
                        "-",
                        "Loaded: x-Q8_0")) {
            var all = ShortName.of(name);
            for (int i = 1; i < all.size(); i++) {
                assertTrue(all.get(i).length() <= all.get(i - 1).length(), all.toString());
            }
        }
    }

    @Test
    void besideAnotherWhatTellsThemApartStays() {
        assertEquals(
                List.of("SmolLM2…Instruct…", "SmolLM2…"),
                tail("SmolLM2-135M-Instruct.Q4_1", "gemma-3-270m-q4_k_m"));
        assertEquals(
                List.of("gemma…q4_k_m", "gemma…"),
                tail("gemma-3-270m-q4_k_m", "SmolLM2-135M-Instruct.Q4_1"));
        assertEquals("…270m…", ShortName.of("gemma-3-270m-q4_k_m", "gemma-3-1b-q4_k_m").getLast());
        assertEquals("…Instruct…", ShortName.of("a-7B-Instruct-Q4_0", "a-7B-Base-Q8_0").getLast());
        assertEquals("…Q4_0", ShortName.of("a-7B-Instruct-Q4_0", "a-7B-Instruct-Q8_0").getLast());
        assertEquals(ShortName.of("a-7B-Q4_0"), ShortName.of("a-7B-Q4_0", "a-7B-Q4_0"));
        assertEquals(
                ShortName.of("a-7B-Q4_0").getFirst(), ShortName.of("a-7B-Q4_0", "").getFirst());
        assertEquals(List.of(""), ShortName.of("", "a-7B-Q4_0"));
    }

    private static List<String> tail(String name, String other) {
        var all = ShortName.of(name, other);
        return all.subList(all.size() - 2, all.size());
    }

    private static String shortest(String name) {
        return ShortName.of(name).getLast();
    }
}
