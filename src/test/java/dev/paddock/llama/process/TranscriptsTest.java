package dev.paddock.llama.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineExit;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.option.Options;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of the last words of many builds; {@code transcripts.txt} holds them. */
class TranscriptsTest {
    private static final LaunchPlan PLAN =
            new LaunchPlan(Path.of("/e/llama-server"), Path.of("/m/a.gguf"), Options.EMPTY);

    /** One end of an engine. */
    record Transcript(String name, int status, boolean ready, String expected, List<String> lines) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Transcript> all() throws IOException {
        try (var file = TranscriptsTest.class.getResourceAsStream("transcripts.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^== ")).skip(1).map(TranscriptsTest::read);
        }
    }

    private static Transcript read(String section) {
        var lines = section.stripTrailing().lines().toList();
        String[] head = lines.getFirst().split(" \\| ");
        return new Transcript(
                head[0],
                Integer.parseInt(head[1]),
                head[2].equals("ready"),
                head[3],
                lines.subList(1, lines.size()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void findsTheCause(Transcript transcript) {
        var failure =
                Diagnosis.of(
                        PLAN,
                        new EngineExit(transcript.status()),
                        transcript.lines(),
                        transcript.ready());
        assertEquals(transcript.expected(), failure.getClass().getSimpleName(), failure.toString());
    }
}
