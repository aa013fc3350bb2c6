package dev.paddock.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A client that asks a server which errs on purpose, and keeps the events up to “last”. */
@Timeout(60)
abstract class StreamOfFaultyServer {
    static final byte[] BODY = "{}".getBytes(UTF_8);

    final Http http = Http.loopback();
    final List<String> events = new ArrayList<>();

    @AfterEach
    void close() {
        http.close();
    }

    EventStream open(FaultyServer server) {
        var uri = URI.create("http://127.0.0.1:" + server.port() + "/events");
        return http.stream(Request.post(uri, "secret", BODY));
    }

    boolean keep(byte[] bytes, int from, int length) {
        events.add(new String(bytes, from, length, UTF_8));
        return !events.getLast().equals("last");
    }
}
