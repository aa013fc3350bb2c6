package dev.paddock.integration;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/**
 * A llama-server that does what no real one does on demand, started as a real child process by the
 * launcher of {@link FakeLauncher}. It accepts every argument, speaks the engine's HTTP and obeys
 * these switches:
 *
 * <ul>
 *   <li>{@code --bind-delay=MS} and {@code --load-ms=MS}: how long nothing listens, and then how
 *       long it answers "Loading model".
 *   <li>{@code --die-at=spawn|load|ready[:MS]|token:N}: when it ends by itself; at {@code ready},
 *       MS (300) after it was first seen to be ready. {@code GET /fake/die} ends it at any moment.
 *   <li>{@code --exit=N|SIG}: with which status; a signal's name stands for 128 and its number,
 *       which is what Java tells of a process that ended by that signal.
 *   <li>{@code --stderr-file=FILE}: what it says before it ends, or else before it listens.
 *   <li>{@code --ignore-term}: no SIGTERM ends it.
 *   <li>{@code --log-rate=BYTES}, {@code --log-bytes=BYTES}: so many bytes of log a second, and
 *       altogether; {@code --no-newline}: without any line end; {@code --log-bad}: not UTF-8.
 *   <li>{@code --fork}: leaves a child behind that holds the log's pipe open.
 * </ul>
 *
 * {@link FakeHttp} lists those for its answers.
 */
final class FakeLlamaServer {
    private static final int LOG_BLOCK = 64 * 1024;
    private static final Map<String, Integer> SIGNALS =
            Map.of(
                    "HUP", 1, "INT", 2, "ILL", 4, "ABRT", 6, "BUS", 7, "KILL", 9, "SEGV", 11,
                    "TERM", 15);

    private final Path switchesFile;
    private final FakeSwitches switches;
    private final Map<String, String> arguments = new HashMap<>();
    private final FileOutputStream log = new FileOutputStream(FileDescriptor.err);
    private volatile boolean loaded;

    private FakeLlamaServer(Path switchesFile, String[] words) {
        this.switchesFile = switchesFile;
        switches = FakeSwitches.read(switchesFile);
        for (int i = 0; i + 1 < words.length; i++) {
            arguments.put(words[i], words[i + 1]);
        }
    }

    /** The first argument is the file of switches, the others are the app's. */
    static void main(String[] words) throws Exception {
        new FakeLlamaServer(Path.of(words[0]), Arrays.copyOfRange(words, 1, words.length)).live();
    }

    private void live() throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::terminated));
        dieAt("spawn");
        say("build: 0 (fake) with javac");
        if (switches.has("fork")) {
            new ProcessBuilder("sleep", "600").inheritIO().start();
        }
        Thread.ofPlatform().daemon().start(this::flood);
        Thread.sleep(switches.number("bind-delay", 0));
        var http = new FakeHttp(this);
        int port = http.listen(Integer.parseInt(argument("--port", "9931")));
        say("srv    load_model: loading model '" + argument("-m", "") + "'");
        dieAt("load");
        if (!switches.has("die-at")) {
            transcript();
        }
        Thread.sleep(switches.number("load-ms", 0));
        loaded = true;
        say("srv  llama_server: model loaded");
        say("srv  llama_server: listening on http://127.0.0.1:" + port);
        new CountDownLatch(1).await();
    }

    /** As they are now: a test may change those of the answers while it runs. */
    FakeSwitches switches() {
        return FakeSwitches.read(switchesFile);
    }

    boolean loaded() {
        return loaded;
    }

    String argument(String name, String otherwise) {
        return arguments.getOrDefault(name, otherwise);
    }

    /** Says its last words and ends as told. */
    void die() {
        try {
            transcript();
        } catch (IOException unreadable) {
            say("fake: " + unreadable);
        }
        String exit = switches().text("exit", "1");
        int status = SIGNALS.containsKey(exit) ? 128 + SIGNALS.get(exit) : Integer.parseInt(exit);
        Runtime.getRuntime().halt(status);
    }

    void dieAt(String moment) {
        if (switches.text("die-at", "").equals(moment)) {
            die();
        }
    }

    /** A line of log, in the real one's form. */
    void say(String text) {
        write(("0.00.000.001 I " + text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void transcript() throws IOException {
        if (switches.has("stderr-file")) {
            write(Files.readAllBytes(Path.of(switches.text("stderr-file", ""))));
        }
    }

    /** Runs while the virtual machine ends, and decides how. */
    private void terminated() {
        if (!switches().has("ignore-term")) {
            Runtime.getRuntime().halt(loaded ? 0 : 128 + SIGNALS.get("TERM"));
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private void flood() {
        long rate = switches.number("log-rate", 0);
        long left = switches.number("log-bytes", Long.MAX_VALUE);
        byte[] block = block();
        long begun = System.nanoTime();
        for (long written = 0; rate > 0 && left > 0; ) {
            int size = (int) Math.min(block.length, left);
            write(Arrays.copyOf(block, size));
            left -= size;
            written += size;
            long due = begun + (long) (written * 1e9 / rate);
            long early = due - System.nanoTime();
            if (early > 0) {
                LockSupport.parkNanos(early);
            }
        }
    }

    private byte[] block() {
        var block = new byte[LOG_BLOCK];
        Arrays.fill(block, (byte) (switches.has("log-bad") ? 0xff : '.'));
        for (int at = 127; at < LOG_BLOCK && !switches.has("no-newline"); at += 128) {
            block[at] = '\n';
        }
        return block;
    }

    private void write(byte[] bytes) {
        try {
            log.write(bytes);
        } catch (IOException nobodyReads) {
            // The real one goes on as well.
        }
    }
}
