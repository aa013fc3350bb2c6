package dev.paddock.instance;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Where a running Paddock hears what a later start for the same data folder was asked for: a port
 * of 127.0.0.1. Its number and a random word that opens it stand in a file of that folder, for the
 * owner alone where the file system knows owners.
 */
public final class InstanceServer implements AutoCloseable {
    /** How long one who asks is listened to, and the longest that what he asks may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String FILE = "paddock.door";
    private static final int WORD_BYTES = 32;
    private static final int MOST_FILE_BYTES = 200;
    private static final int MOST_ARGUMENTS = 64;
    private static final int MOST_WAITING = 8;
    private static final int UNDERSTOOD = 1;

    private final Path file;
    private final String word;
    private final ServerSocket listener;
    private final Function<List<String>, CompletionStage<?>> visitor;

    /** What the file says. */
    private record Address(int port, String word) {}

    private InstanceServer(
            Path file,
            String word,
            ServerSocket listener,
            Function<List<String>, CompletionStage<?>> visitor) {
        this.file = file;
        this.word = word;
        this.listener = listener;
        this.visitor = visitor;
    }

    /**
     * Listens until it is closed.
     *
     * @param visitor does what the arguments ask for, on any thread; a failed stage is a refusal,
     *     and the one who asks waits for the end of it
     */
    public static InstanceServer open(
            Path folder, Function<List<String>, CompletionStage<?>> visitor) throws IOException {
        var random = new byte[WORD_BYTES / 2];
        new SecureRandom().nextBytes(random);
        String word = HexFormat.of().formatHex(random);
        var listener = new ServerSocket(0, MOST_WAITING, loopback());
        var server = new InstanceServer(folder.resolve(FILE), word, listener, visitor);
        try {
            server.write();
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
        Thread.ofPlatform().daemon().name("instance-server").start(server::listen);
        return server;
    }

    /**
     * Asks the Paddock that has this folder to do what {@code arguments} say.
     *
     * @param limit for each step, of which there are two
     * @return whether it has; not so when none listens or it takes too long
     */
    static boolean handOver(Path folder, List<String> arguments, Duration limit) {
        var address = read(folder.resolve(FILE));
        if (address.isEmpty()) {
            return false;
        }
        int millis = Math.max(1, (int) limit.toMillis());
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), address.get().port()), millis);
            socket.setSoTimeout(millis);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeBytes(address.get().word());
            out.writeByte(arguments.size());
            for (String argument : arguments) {
                out.writeUTF(argument);
            }
            out.flush();
            return socket.getInputStream().read() == UNDERSTOOD;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }

    private void listen() {
        try {
            while (true) {
                var socket = listener.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var in = new DataInputStream(socket.getInputStream());
            if (!opens(in.readNBytes(WORD_BYTES))) {
                return;
            }
            var arguments = new ArrayList<String>();
            for (int left = Math.min(in.readUnsignedByte(), MOST_ARGUMENTS); left > 0; left--) {
                arguments.add(in.readUTF());
            }
            visitor.apply(List.copyOf(arguments))
                    .toCompletableFuture()
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            socket.getOutputStream().write(UNDERSTOOD);
        } catch (IOException | ExecutionException | TimeoutException failed) {
            // No answer is the answer: whoever asked says so to the person.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean opens(byte[] said) {
        return MessageDigest.isEqual(said, word.getBytes(StandardCharsets.US_ASCII));
    }

    /** Another start sees the whole file or none. */
    private void write() throws IOException {
        Path unfinished = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, ownerOnly(file));
        String text = listener.getLocalPort() + " " + word;
        Files.writeString(unfinished, text, StandardOpenOption.WRITE);
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Optional<Address> read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(MOST_FILE_BYTES), StandardCharsets.US_ASCII);
            String[] parts = text.split(" ");
            if (parts.length != 2 || parts[1].length() != WORD_BYTES) {
                return Optional.empty();
            }
            int port = Integer.parseInt(parts[0]);
            return port > 0 && port <= 0xFFFF
                    ? Optional.of(new Address(port, parts[1]))
                    : Optional.empty();
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** Later starts find nobody here. */
    @Override
    public void close() {
        try {
            listener.close();
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // A file without a listener is what a killed Paddock leaves: no start relies on it.
        }
    }
}
