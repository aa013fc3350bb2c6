package dev.paddock.bench;

import dev.paddock.engine.EngineState;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.OpenStreams;
import dev.paddock.engine.Supervisor;
import dev.paddock.engine.check.Preflight;
import dev.paddock.http.Http;
import dev.paddock.llama.api.LlamaProbe;
import dev.paddock.llama.process.LlamaLauncher;
import dev.paddock.model.GgufReader;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds an app and its engine for a while, as the sleep of a computer does, and lets them go on:
 * how long until the app knows by a real token how its engine is? {@code [SECONDS [TIMES]]}.
 */
final class ResumeBench {
    private static final String READY = "ready ";
    private static final String CHECKED = "checked ";
    private static final int TIMES = 5;

    private ResumeBench() {}

    static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("app")) {
            app();
        } else {
            int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
            int times = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TIMES;
            measure(seconds, times);
        }
    }

    private static void app() throws IOException, InterruptedException {
        var supervisor =
                new Supervisor(
                        new Supervisor.Ports(
                                new LlamaLauncher(),
                                new LlamaProbe(Http.loopback()),
                                OpenStreams.none(),
                                () -> HealthPolicy.NONE),
                        new Preflight(new GgufReader()));
        supervisor
                .state()
                .subscribe(
                        state -> {
                            if (state instanceof EngineState.Ready(var engine)) {
                                System.out.println(READY + engine.pid());
                            }
                        });
        supervisor
                .checked()
                .subscribe(
                        check -> {
                            if (check instanceof HealthCheck.Done(var result, _)) {
                                System.out.println(CHECKED + result.getClass().getSimpleName());
                            }
                        });
        supervisor.start(BenchEngine.plan());
        Thread.currentThread().join();
    }

    private static void measure(int seconds, int times) throws Exception {
        var command =
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Dpaddock.engine=" + System.getProperty("paddock.engine"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ResumeBench.class.getName(),
                        "app");
        var app =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        var took = new ArrayList<Double>();
        int well = 0;
        try (var lines = app.inputReader()) {
            long engine = Long.parseLong(await(lines, READY));
            for (int i = 0; i < times; i++) {
                signal("STOP", app.pid(), engine);
                Thread.sleep(1000L * seconds);
                long resumed = System.nanoTime();
                signal("CONT", engine, app.pid());
                well += await(lines, CHECKED).equals("Generated") ? 1 : 0;
                took.add((System.nanoTime() - resumed) / 1e6);
            }
        } finally {
            app.destroyForcibly();
        }
        Figures.print("resume.held", seconds, "s");
        Figures.print("resume.well", well, "of " + times, Goal.exactly(times));
        Figures.print("resume.known.median", Figures.median(took), "ms");
        Figures.print("resume.known.max", Figures.quantile(took, 1), "ms", Goal.atMost(5000));
    }

    private static String await(BufferedReader lines, String prefix) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(prefix)) {
                return line.substring(prefix.length());
            }
        }
        throw new IOException("the app ended");
    }

    private static void signal(String name, long... pids) throws Exception {
        for (long pid : pids) {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
        }
    }
}
