package dev.paddock.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the window costs the engine: tokens a second, by the engine's own account, of answers in the
 * real window (in sight and following with the status open, then minimised) against the same asked
 * over a bare socket, in turns at the same engine with real models on the processor. On a display
 * server of its own, which shares the cores as a person's does. For Linux.
 */
final class SpeedBench {
    static final int TOKENS = 300;
    static final String QUESTION = "Tell me a long story about a village by the sea.";
    static final String SHOWN = "shown";
    static final String HIDDEN = "hidden";

    private static final int ROUNDS = 6;
    private static final List<String> MODELS =
            List.of("SmolLM2-135M-Instruct.Q4_1.gguf", "gemma-3-270m-q4_k_m.gguf");
    private static final Pattern SPEED = Pattern.compile("\"predicted_per_second\":([0-9.]+)");

    private SpeedBench() {}

    /**
     * @param args how many rounds for each model, then the models' files: without any, those of the
     *     acceptance, which fetches them
     */
    static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
        for (var model : models(args)) {
            var rounds = Rounds.open("speed-" + name(model), count, TOKENS);
            if (rounds.count() < count) {
                measure(model, rounds, count);
            }
            print(name(model), rounds);
            rounds.finish();
        }
    }

    private static List<Path> models(String[] args) {
        if (args.length > 1) {
            return List.of(args).stream().skip(1).map(Path::of).toList();
        }
        var cache = System.getenv("XDG_CACHE_HOME");
        var home =
                cache == null ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return MODELS.stream()
                .map(home.resolve("paddock-acceptance")::resolve)
                .filter(Files::exists)
                .toList();
    }

    private static String name(Path model) {
        String file = model.getFileName().toString();
        return file.substring(0, file.indexOf('-')).toLowerCase();
    }

    private static void measure(Path model, Rounds rounds, int count) throws Exception {
        try (var screen = Screen.open();
                var app = App.start(model, screen)) {
            app.ask(SHOWN);
            app.askBare();
            while (rounds.count() < count) {
                double[] shown = app.ask(SHOWN);
                double before = app.askBare();
                double[] hidden = app.ask(HIDDEN);
                double after = app.askBare();
                rounds.add(shown[0], shown[1], hidden[0], before, after);
            }
        }
    }

    private static void print(String name, Rounds rounds) {
        var shown = new ArrayList<Double>();
        var hidden = new ArrayList<Double>();
        for (int round = 0; round < rounds.count(); round++) {
            double bare = (rounds.column(3).get(round) + rounds.column(4).get(round)) / 2;
            shown.add(rounds.column(0).get(round) / bare);
            hidden.add(rounds.column(2).get(round) / bare);
        }
        String all = "speed." + name;
        Figures.print(all + ".bare", Figures.median(rounds.column(3)), "tokens/s");
        Figures.print(all + ".shown", Figures.median(rounds.column(0)), "tokens/s");
        Figures.print(all + ".hidden", Figures.median(rounds.column(2)), "tokens/s");
        Figures.print(all + ".shown.least", Figures.quantile(shown, 0), "x");
        Figures.print(all + ".shown.most", Figures.quantile(shown, 1), "x");
        Figures.print(all + ".shown.ratio", Figures.median(shown), "x", Goal.atLeast(0.95));
        Figures.print(all + ".hidden.ratio", Figures.median(hidden), "x", Goal.atLeast(0.98));
        Figures.print(
                all + ".frames", Figures.median(rounds.column(1)), "frames/s", Goal.atLeast(20));
    }

    /** The window in a process of its own, and its engine. */
    private record App(Process process, BufferedReader lines, Writer asks, String[] engine)
            implements AutoCloseable {
        static App start(Path model, Screen screen) throws IOException {
            var command = new ArrayList<String>();
            command.add(ProcessHandle.current().info().command().orElseThrow());
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path")));
            command.addAll(List.of(SpeedChild.class.getName(), model.toString()));
            var builder =
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("DISPLAY", screen.display());
            builder.environment().put("GDK_BACKEND", "x11");
            var process = builder.start();
            var lines = process.inputReader();
            return new App(process, lines, process.outputWriter(), read(lines).split(" "));
        }

        double[] ask(String how) throws IOException {
            asks.write(how + "\n");
            asks.flush();
            var figures = read(lines).split(" ");
            return new double[] {Double.parseDouble(figures[0]), Double.parseDouble(figures[1])};
        }

        /** As curl does: what comes is taken and not looked at. */
        double askBare() throws IOException {
            String body =
                    "{\"messages\":[{\"role\":\"user\",\"content\":\""
                            + QUESTION
                            + "\"}],\"stream\":true,\"max_tokens\":"
                            + TOKENS
                            + "}";
            String request =
                    "POST /v1/chat/completions HTTP/1.1\r\n"
                            + "Host: 127.0.0.1\r\n"
                            + "Authorization: Bearer "
                            + engine[1]
                            + "\r\nContent-Type: application/json\r\nContent-Length: "
                            + body.length()
                            + "\r\nConnection: close\r\n\r\n"
                            + body;
            try (var socket = new Socket("127.0.0.1", Integer.parseInt(engine[0]))) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                var answer =
                        new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                var speed = SPEED.matcher(answer);
                double last = 0;
                while (speed.find()) {
                    last = Double.parseDouble(speed.group(1));
                }
                if (last == 0) {
                    throw new IOException("no timings in: " + answer);
                }
                return last;
            }
        }

        private static String read(BufferedReader lines) throws IOException {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the app has ended");
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            asks.close();
            try {
                process.waitFor();
            } catch (InterruptedException stopped) {
                process.destroy();
                Thread.currentThread().interrupt();
            }
        }
    }
}
