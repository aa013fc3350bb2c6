package dev.paddock.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the app's engine says of itself, asked past the app: with the address and the key of its own
 * process. Linux only.
 */
final class EngineFigures {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String KEY = "LLAMA_API_KEY=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final long pid;
    private final List<String> command;
    private final String key;

    private EngineFigures(long pid, List<String> command, String key) {
        this.pid = pid;
        this.command = command;
        this.key = key;
    }

    /**
     * @param tokens generated since its start
     * @param prompt tokens of prompts, those included that it still held
     * @param seconds spent with generating
     */
    record Totals(long tokens, long prompt, double seconds) {}

    /** The engine below the app, once there is one that listens. */
    static Optional<EngineFigures> of(ProcessHandle app) {
        return app.descendants()
                .map(ProcessHandle::pid)
                .flatMap(pid -> of(pid).stream())
                .findFirst();
    }

    private static Optional<EngineFigures> of(long pid) {
        try {
            var command = strings(pid, "cmdline");
            var key = strings(pid, "environ").stream().filter(one -> one.startsWith(KEY));
            return command.contains("--port")
                    ? key.findFirst()
                            .map(
                                    one ->
                                            new EngineFigures(
                                                    pid, command, one.substring(KEY.length())))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    long pid() {
        return pid;
    }

    boolean alive() {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** What follows the option in its command line. */
    String argument(String option) {
        return command.get(command.indexOf(option) + 1);
    }

    String modelPath() throws IOException, InterruptedException {
        return text("/props", "\"model_path\":\"([^\"]*)\"");
    }

    long contextOfASlot() throws IOException, InterruptedException {
        return Long.parseLong(text("/slots", "\"n_ctx\":(\\d+)"));
    }

    /** Tokens of the last conversation that its first slot holds, prompt and answer. */
    long held() throws IOException, InterruptedException {
        return Long.parseLong(text("/slots", "\"n_prompt_tokens\":(\\d+)"));
    }

    /** Tokens of the answer it is busy with; 0 while it is idle or reads. */
    long generating() throws IOException, InterruptedException {
        String slots = get("/slots");
        return slots.contains("\"is_processing\":true")
                ? Long.parseLong(group(slots, "\"n_decoded\":(\\d+)"))
                : 0;
    }

    boolean idle() throws IOException, InterruptedException {
        return !get("/slots").contains("\"is_processing\":true");
    }

    Totals totals() throws IOException, InterruptedException {
        String metrics = get("/metrics");
        return new Totals(
                (long) metric(metrics, "tokens_predicted_total"),
                (long)
                        (metric(metrics, "prompt_tokens_total")
                                + metric(metrics, "prompt_tokens_cached_total")),
                metric(metrics, "tokens_predicted_seconds_total"));
    }

    private static double metric(String metrics, String name) throws IOException {
        return Double.parseDouble(group(metrics, "(?m)^llamacpp:" + name + " (\\S+)$"));
    }

    private String text(String path, String pattern) throws IOException, InterruptedException {
        return group(get(path), pattern);
    }

    private static String group(String text, String pattern) throws IOException {
        var matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    private String get(String path) throws IOException, InterruptedException {
        var address = URI.create("http://127.0.0.1:" + argument("--port") + path);
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(LIMIT)
                        .header("Authorization", "Bearer " + key)
                        .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private static List<String> strings(long pid, String file) throws IOException {
        return List.of(Files.readString(Path.of("/proc/" + pid + "/" + file)).split("\0"));
    }
}
