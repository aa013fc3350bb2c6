package dev.paddock.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A {@link StreamChild} with the Java options of this process, from the side of the bench. */
final class StreamProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final Writer asks;

    private StreamProcess(Process process) {
        this.process = process;
        lines = process.inputReader();
        asks = process.outputWriter();
    }

    /** Waits until it has asked what a start asks. */
    static StreamProcess start(BenchEngine engine, String how) throws IOException {
        var command = new ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(
                List.of(
                        StreamChild.class.getName(),
                        how,
                        "" + engine.endpoint().port(),
                        engine.endpoint().key().text(),
                        engine.running().plan().model().toString()));
        var child =
                new StreamProcess(
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start());
        child.line();
        return child;
    }

    /** One more answer: its wall, processor and first-token time in seconds. */
    double[] answer() throws IOException {
        asks.write('\n');
        asks.flush();
        return Stream.of(line().split(" "))
                .mapToDouble(value -> Long.parseLong(value) / 1e9)
                .toArray();
    }

    private String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("a process of the bench has ended");
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        asks.close();
        try {
            if (process.waitFor(10, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
