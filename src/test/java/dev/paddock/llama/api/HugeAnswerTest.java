package dev.paddock.llama.api;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.ApiKey;
import dev.paddock.engine.Endpoint;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Probe.Reply;
import dev.paddock.http.FaultyServer;
import dev.paddock.http.Http;
import dev.paddock.option.Options;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Something that answers on our port and does not stop. */
@Timeout(60)
class HugeAnswerTest {
    private static final long HUNDRED_MEGABYTES = 100L << 20;

    /** What is read before it is enough, and what lies in the buffers of the system by then. */
    private static final long MOST = 40L << 20;

    private final AtomicLong written = new AtomicLong();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private void answer(OutputStream out) throws Exception {
        asked.add("");
        if (asked.size() == 1) {
            out.write(ascii(FaultyServer.plain("200 OK", "{\"status\":\"ok\"}")));
            return;
        }
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: " + HUNDRED_MEGABYTES + "\r\n\r\n"));
        out.write(ascii("{\"model_path\":\"m.gguf\",\"chat_template\":\""));
        byte[] piece = ascii("x".repeat(64 << 10));
        while (written.addAndGet(piece.length) < HUNDRED_MEGABYTES) {
            out.write(piece);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void propertiesWithoutAnEndAreNotReadToTheirEnd() throws Exception {
        var plan = new LaunchPlan(Path.of("engine"), Path.of("m.gguf"), Options.EMPTY);
        try (var http = Http.loopback();
                var server = new FaultyServer((out, _) -> answer(out))) {
            var endpoint = new Endpoint(server.port(), new ApiKey(""));

            var reply = new LlamaProbe(http).ask(plan, endpoint);

            assertInstanceOf(Reply.Foreign.class, reply);
            assertTrue(written.get() < MOST, written + " bytes were taken");
        }
    }
}
