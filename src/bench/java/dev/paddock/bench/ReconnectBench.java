package dev.paddock.bench;

import dev.paddock.http.Http;
import dev.paddock.http.Request;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Requests to the real engine after pauses of 0 to 10 s, most of them around the moments at which
 * we and the engine drop an idle connection: questions, posts and streams, by clients that each
 * keep connections of their own. For Linux.
 */
final class ReconnectBench {
    private static final int REQUESTS = 10_000;
    private static final int CLIENTS = 40;
    private static final int LANES = 100;
    private static final int EACH = 5;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final byte[] TEXT =
            "{\"content\":\"Tell me a story.\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CHAT =
            """
            {"stream":true,"max_tokens":1,"messages":[{"role":"user","content":"Hi"}]}
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final BenchEngine engine;
    private final List<Http> clients = new ArrayList<>();
    private final Set<String> ports = ConcurrentHashMap.newKeySet();
    private final String remote;

    private ReconnectBench(BenchEngine engine) {
        this.engine = engine;
        remote = String.format(Locale.ROOT, "0100007F:%04X", engine.endpoint().port());
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(Http.loopback());
        }
    }

    static void main(String[] arguments) throws Exception {
        int requests = arguments.length > 0 ? Integer.parseInt(arguments[0]) : REQUESTS;
        var rounds = Rounds.open("reconnect", requests);
        try (var engine = BenchEngine.launch(BenchEngine.plan())) {
            var bench = new ReconnectBench(engine);
            while (rounds.count() * LANES * EACH < requests) {
                int known = bench.ports.size();
                int failed = bench.round(rounds.count());
                rounds.add(LANES * EACH, failed, bench.ports.size() - known);
            }
            bench.clients.forEach(Http::close);
        }
        double sent = sum(rounds, 0);
        Figures.print("reconnect.requests", sent, "", Goal.atLeast(requests));
        Figures.print("reconnect.reused", sent - sum(rounds, 2), "");
        Figures.print("reconnect.failed", sum(rounds, 1), "", Goal.exactly(0));
        rounds.finish();
    }

    private static double sum(Rounds rounds, int column) {
        return rounds.column(column).stream().mapToDouble(Double::doubleValue).sum();
    }

    /** How many requests failed. */
    private int round(int number) throws Exception {
        var failed = new AtomicInteger();
        var lanes = new ArrayList<Callable<Void>>();
        for (int lane = 0; lane < LANES; lane++) {
            var random = new Random(1000L * number + lane);
            var http = clients.get(lane % CLIENTS);
            lanes.add(
                    () -> {
                        for (int i = 0; i < EACH; i++) {
                            Thread.sleep(pause(random));
                            failed.addAndGet(succeeds(http, random.nextInt(3)) ? 0 : 1);
                            notePorts();
                        }
                        return null;
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var lane : threads.invokeAll(lanes)) {
                lane.get();
            }
        }
        return failed.get();
    }

    /** A third anywhere, a third where the engine drops a connection, a third where we do. */
    private static Duration pause(Random random) {
        return Duration.ofMillis(
                switch (random.nextInt(3)) {
                    case 0 -> random.nextInt(10_000);
                    case 1 -> 4_950 + random.nextInt(100);
                    default -> random.nextInt(4_100);
                });
    }

    private boolean succeeds(Http http, int kind) {
        var endpoint = engine.endpoint();
        String key = endpoint.key().text();
        try {
            return switch (kind) {
                case 0 -> http.send(Request.get(endpoint.uri("/slots"), key), LIMIT).ok();
                case 1 -> http.send(Request.post(endpoint.uri("/tokenize"), key, TEXT), LIMIT).ok();
                default -> {
                    var uri = endpoint.uri("/v1/chat/completions");
                    var events = new AtomicInteger();
                    http.stream(Request.post(uri, key, CHAT))
                            .run((_, _, _) -> events.incrementAndGet() > 0);
                    yield events.get() > 1;
                }
            };
        } catch (IOException failed) {
            System.err.println(failed);
            return false;
        }
    }

    /** Each connection to the engine has a port of its own on our side. */
    private void notePorts() throws IOException {
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            for (String line : Files.readAllLines(Path.of(table))) {
                var fields = line.strip().split("\\s+");
                if (fields.length > 3 && fields[2].endsWith(remote)) {
                    ports.add(fields[1]);
                }
            }
        }
    }
}
