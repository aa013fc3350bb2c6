package dev.paddock.bench;

import dev.paddock.packaging.Driver;
import dev.paddock.packaging.LongConversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What the installed app takes of the machine while its window stands open and the engine is off:
 * memory with a long conversation on the screen, then processor time and disk writes over a minute.
 * Linux only; needs a screen, which {@code xvfb-run} brings.
 */
final class FootprintBench {
    private static final int MESSAGES = 200;
    private static final int START_MILLIS = 60_000;
    private static final int SETTLE_MILLIS = 5_000;
    private static final int IDLE_SECONDS = 60;
    private static final double TICKS_PER_SECOND = 100;

    private FootprintBench() {}

    /**
     * @param args the folder of the image, with {@code bin} and {@code lib}
     */
    static void main(String[] args) throws Exception {
        Path launcher = Path.of(args[0]).toAbsolutePath().resolve("bin").resolve("paddock");
        Path data = Files.createTempDirectory("footprint");
        LongConversation.write(data, MESSAGES);
        var driver = new Driver();
        var command = List.of(launcher.toString(), "--data-dir", data.toString());
        var process = new ProcessBuilder(command).inheritIO().start();
        try {
            if (!driver.awaitWindow(START_MILLIS)) {
                throw new IOException("no window came");
            }
            driver.settle(SETTLE_MILLIS);
            report(process.pid(), "opened");
            driver.openFirstConversation();
            driver.settle(SETTLE_MILLIS);
            driver.scroll(-30);
            driver.settle(SETTLE_MILLIS);
            report(process.pid(), "conversation");
            TimeUnit.SECONDS.sleep(SETTLE_MILLIS / 1000);
            idle(process.pid());
            report(process.pid(), "idle");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static void report(long pid, String when) throws IOException {
        double resident = kilobytes(pid, "status", "VmRSS:");
        Figures.print("footprint." + when + ".rss", resident, "MB", Goal.atMost(220));
        Figures.print("footprint." + when + ".pss", kilobytes(pid, "smaps_rollup", "Pss:"), "MB");
    }

    private static void idle(long pid) throws IOException, InterruptedException {
        double ticks = ticks(pid);
        double written = written(pid);
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        double busy = (ticks(pid) - ticks) / TICKS_PER_SECOND / IDLE_SECONDS * 100;
        Figures.print("footprint.idle.cpu", busy, "%", Goal.atMost(0.3));
        Figures.print("footprint.idle.written", written(pid) - written, "bytes", Goal.exactly(0));
    }

    /** Time used by all its threads, in kernel ticks. */
    private static double ticks(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
    }

    /** What it had the disk write; pipes and sockets are not in it. */
    private static double written(long pid) throws IOException {
        return value(pid, "io", "write_bytes:");
    }

    private static double kilobytes(long pid, String file, String name) throws IOException {
        return value(pid, file, name) * 1024 / 1e6;
    }

    private static double value(long pid, String file, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/" + file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).replace("kB", "").strip())
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElseThrow();
    }
}
