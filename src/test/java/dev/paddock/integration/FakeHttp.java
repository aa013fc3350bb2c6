package dev.paddock.integration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The HTTP of a {@link FakeLlamaServer}. Its switches may change while it runs:
 *
 * <ul>
 *   <li>{@code --health=ok|503|hang}, {@code --slots=ok|503|hang}, {@code --props=ok|other|hang}:
 *       {@code hang} never answers, {@code other} tells of another model.
 *   <li>{@code --key=other}: refuses the app's key.
 *   <li>those of {@link FakeStream}.
 * </ul>
 */
final class FakeHttp {
    private static final String ERROR =
            "{\"error\":{\"code\":%d,\"message\":\"%s\",\"type\":\"%s\"}}";

    private final FakeLlamaServer engine;
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger decoded = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    FakeHttp(FakeLlamaServer engine) {
        this.engine = engine;
    }

    /** Binds the port and answers on threads of its own. */
    int listen(int port) {
        try {
            var listener = new ServerSocket(port, 64, InetAddress.ofLiteral("127.0.0.1"));
            Thread.ofPlatform().start(() -> accept(listener));
            return listener.getLocalPort();
        } catch (IOException taken) {
            engine.say(
                    "srv         start: couldn't bind HTTP server socket, hostname: 127.0.0.1,"
                            + " port: "
                            + port);
            Runtime.getRuntime().halt(1);
            throw new AssertionError(taken);
        }
    }

    private void accept(ServerSocket listener) {
        while (true) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException ended) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            String head = head(in);
            String path = head.split(" ", 3)[1].split("\\?", 2)[0];
            byte[] body = in.readNBytes(length(head));
            answer(path, head, new String(body, UTF_8), out);
        } catch (IOException | IndexOutOfBoundsException gone) {
            // The client has had enough.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(String path, String head, String body, OutputStream out)
            throws IOException, InterruptedException {
        var switches = engine.switches();
        boolean health = path.equals("/health") || path.equals("/v1/health");
        obey(switches, path.substring(path.lastIndexOf('/') + 1));
        if (path.equals("/fake/die")) {
            engine.die();
        } else if (!engine.loaded()) {
            error(out, 503, "Loading model", "unavailable_error");
        } else if (!health && !authorized(switches, head)) {
            error(out, 401, "Invalid API Key", "authentication_error");
        } else if (switches.text(path.substring(1), "ok").equals("503")) {
            error(out, 503, "no slot available", "unavailable_error");
        } else {
            route(switches, path, body, out);
        }
    }

    private void route(FakeSwitches switches, String path, String body, OutputStream out)
            throws IOException, InterruptedException {
        switch (path) {
            case "/health", "/v1/health" -> json(out, 200, "{\"status\":\"ok\"}");
            case "/props" -> {
                json(out, 200, props(switches));
                dieWhenReady(switches);
            }
            case "/slots" -> json(out, 200, slots());
            case "/metrics" -> reply(out, 200, "text/plain", metrics());
            case "/v1/chat/completions" -> generate(switches, body, out, true);
            case "/completion" -> generate(switches, body, out, false);
            default -> error(out, 404, "File Not Found", "not_found_error");
        }
    }

    private void generate(FakeSwitches switches, String body, OutputStream out, boolean chat)
            throws IOException, InterruptedException {
        busy.incrementAndGet();
        decoded.set(0);
        try {
            var stream = new FakeStream(engine, switches, chat, decoded::set);
            if (body.replace(" ", "").contains("\"stream\":true")) {
                stream.stream(body, out);
            } else {
                json(out, 200, stream.whole(body));
            }
        } finally {
            busy.decrementAndGet();
        }
    }

    private void obey(FakeSwitches switches, String name) throws InterruptedException {
        if (switches.text(name, "ok").equals("hang")) {
            never.await();
        }
    }

    private void dieWhenReady(FakeSwitches switches) throws InterruptedException {
        long millis = switches.after("die-at", "ready", 300);
        if (millis >= 0) {
            Thread.sleep(millis);
            engine.die();
        }
    }

    private static boolean authorized(FakeSwitches switches, String head) {
        String key = System.getenv().getOrDefault("LLAMA_API_KEY", "");
        boolean ours = key.isEmpty() || head.contains("Bearer " + key);
        return ours && !switches.text("key", "").equals("other");
    }

    private String props(FakeSwitches switches) {
        boolean other = switches.text("props", "ok").equals("other");
        String model = other ? "/elsewhere/other.gguf" : engine.argument("-m", "");
        return "{\"default_generation_settings\":{\"n_ctx\":%s},\"total_slots\":%s,"
                        .formatted(engine.argument("-c", "4096"), engine.argument("-np", "1"))
                + "\"model_alias\":\""
                + engine.argument("--alias", "")
                + "\",\"model_path\":\""
                + model.replace("\\", "\\\\").replace("\"", "\\\"")
                + "\",\"build_info\":\"b0-fake\",\"is_sleeping\":false}";
    }

    private String slots() {
        return "[{\"id\":0,\"n_ctx\":%s,\"is_processing\":%b,\"n_prompt_tokens\":%d,"
                        .formatted(engine.argument("-c", "4096"), busy.get() > 0, 5 + decoded.get())
                + "\"next_token\":[{\"has_next_token\":true,\"n_decoded\":%d}]}]"
                        .formatted(decoded.get());
    }

    private String metrics() {
        return "# TYPE llamacpp:tokens_predicted_total counter\nllamacpp:tokens_predicted_total "
                + decoded.get()
                + "\nllamacpp:requests_processing "
                + busy.get()
                + "\nllamacpp:requests_deferred 0\n";
    }

    private static void error(OutputStream out, int code, String message, String type)
            throws IOException {
        json(out, code, ERROR.formatted(code, message, type));
    }

    private static void json(OutputStream out, int code, String body) throws IOException {
        reply(out, code, "application/json", body);
    }

    private static void reply(OutputStream out, int code, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        String head =
                ("HTTP/1.1 %d X\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                        + "Connection: close\r\n\r\n");
        out.write(head.formatted(code, type, bytes.length).getBytes(ISO_8859_1));
        out.write(bytes);
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no request");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase().startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.split(":")[1].strip()))
                .findFirst()
                .orElse(0);
    }
}
