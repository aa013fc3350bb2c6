package dev.paddock.llama.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * A program that prints something and ends. It prints into a file, because a pipe would be held
 * open by whatever it leaves running.
 */
record EngineQuestion(Process process, Path printed) {
    private static final int MOST_BYTES = 1 << 20;

    /** The help is on standard output, the version on standard error. */
    enum Errors {
        APART,
        AMONG
    }

    /**
     * @param exit empty when it had not ended in time
     */
    record Answer(String text, OptionalInt exit) {}

    static EngineQuestion begin(Path engine, String flag, Errors errors) throws IOException {
        Path printed = Files.createTempFile("paddock", ".txt");
        var builder = new ProcessBuilder(engine.toString(), flag);
        EngineFolder.use(builder, engine);
        EngineEnvironment.clean(builder);
        builder.redirectOutput(printed.toFile());
        switch (errors) {
            case APART -> builder.redirectError(Redirect.DISCARD);
            case AMONG -> builder.redirectErrorStream(true);
        }
        try {
            return new EngineQuestion(builder.start(), printed);
        } catch (IOException refused) {
            Files.delete(printed);
            throw refused;
        }
    }

    String text(Duration limit) throws IOException {
        return answer(limit).text();
    }

    Answer answer(Duration limit) throws IOException {
        try {
            boolean over = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            try (var text = Files.newInputStream(printed)) {
                return new Answer(
                        new String(text.readNBytes(MOST_BYTES), StandardCharsets.UTF_8),
                        over ? OptionalInt.of(process.exitValue()) : OptionalInt.empty());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer("", OptionalInt.empty());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(printed);
        }
    }
}
