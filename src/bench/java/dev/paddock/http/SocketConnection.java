package dev.paddock.http;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 exchange over a plain socket, written by hand: the baseline of the stream benchmark.
 * The answer is read piece by piece, on the calling thread, without a copy.
 */
final class SocketConnection implements Closeable {
    private static final int READ_BYTES = 16 * 1024;
    private static final int MOST_HEAD = 64 * 1024;
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final Socket socket = new Socket(Proxy.NO_PROXY);
    private final byte[] buffer = new byte[READ_BYTES];
    private Optional<Long> deadline = Optional.empty();
    private int at;
    private int filled;
    private boolean chunked;
    private boolean firstChunk = true;
    private boolean ended;

    /** Bytes left of the chunk or of the whole body; the maximum when only the close ends it. */
    private long left = Long.MAX_VALUE;

    private int pieceFrom;
    private int pieceLength;

    /** Lets every later wait end at {@code limit} from now. */
    void limit(Duration limit) {
        deadline = Optional.of(System.nanoTime() + limit.toNanos());
    }

    /**
     * Connects and sends a request.
     *
     * @throws java.net.ConnectException when nothing listens
     * @throws ConnectTimeoutException when the connection is neither taken nor refused in time
     */
    void send(Request request) throws IOException {
        byte[] body = request.json();
        socket.setTcpNoDelay(true);
        int patience = deadline.isPresent() ? millisLeft() : (int) CONNECT.toMillis();
        try {
            socket.connect(new InetSocketAddress("127.0.0.1", request.uri().getPort()), patience);
        } catch (SocketTimeoutException nobodyRefuses) {
            throw new ConnectTimeoutException(nobodyRefuses);
        }
        var head = new StringBuilder();
        head.append(body.length == 0 ? "GET " : "POST ")
                .append(request.uri().getPath())
                .append(" HTTP/1.1\r\n");
        head.append("Host: 127.0.0.1:").append(request.uri().getPort()).append("\r\n");
        head.append("Authorization: Bearer ").append(request.bearer()).append("\r\n");
        head.append("Connection: close\r\n");
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        var sent = new ByteArrayOutputStream(head.length() + 2 + body.length);
        sent.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        sent.writeBytes(body);
        sent.writeTo(socket.getOutputStream());
    }

    /** Waits for the head of the answer and returns its status. */
    int status() throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.")) {
            throw new ProtocolException("no HTTP");
        }
        try {
            int status = Integer.parseInt(first.split(" ", 3)[1]);
            for (String header = line(); !header.isEmpty(); header = line()) {
                header(header.toLowerCase(Locale.ROOT));
            }
            return status;
        } catch (NumberFormatException | IndexOutOfBoundsException garbled) {
            throw new ProtocolException("no HTTP: " + first);
        }
    }

    /** Waits for more of the body; false at its end. */
    boolean next() throws IOException {
        if (chunked && left == 0) {
            nextChunk();
        }
        if (ended || left == 0) {
            return false;
        }
        if (at == filled && !fill()) {
            if (chunked || left != Long.MAX_VALUE) {
                throw new EOFException("the connection ended within the answer");
            }
            return false;
        }
        pieceFrom = at;
        pieceLength = (int) Math.min(left, filled - at);
        at += pieceLength;
        if (left != Long.MAX_VALUE) {
            left -= pieceLength;
        }
        return true;
    }

    /** Holds the piece that {@link #next} brought; lent until the next call. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return pieceFrom;
    }

    int length() {
        return pieceLength;
    }

    /** Whether the next piece has yet to come from the engine; a chunk's last line end is none. */
    boolean drained() {
        return filled - at <= 2;
    }

    /** The rest of the body, cut off at {@code most} bytes. */
    byte[] rest(int most) throws IOException {
        var all = new ByteArrayOutputStream();
        while (all.size() < most && next()) {
            all.write(buffer, pieceFrom, Math.min(pieceLength, most - all.size()));
        }
        return all.toByteArray();
    }

    /** Ends the exchange at once, from any thread: whoever waits in it gets an exception. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // It was to be closed, and it is.
        }
    }

    private void header(String header) throws ProtocolException {
        if (header.startsWith("transfer-encoding:") && header.contains("chunked")) {
            chunked = true;
            left = 0;
        } else if (header.startsWith("content-length:") && !chunked) {
            left = number(header.substring("content-length:".length()), 10);
        }
    }

    private void nextChunk() throws IOException {
        if (!firstChunk) {
            line();
        }
        firstChunk = false;
        left = number(line().split(";", 2)[0], 16);
        if (left == 0) {
            ended = true;
        }
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            long number = Long.parseLong(text.strip(), radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException garbled) {
            // Said below, as for a negative one.
        }
        throw new ProtocolException("no length: " + text.strip());
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            if (at == filled && !fill()) {
                throw new EOFException("the connection ended before the answer");
            }
            char c = (char) (buffer[at++] & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
            if (line.length() > MOST_HEAD) {
                throw new ProtocolException("too long a head");
            }
        }
    }

    private boolean fill() throws IOException {
        if (deadline.isPresent()) {
            socket.setSoTimeout(millisLeft());
        }
        InputStream input = socket.getInputStream();
        int read = input.read(buffer);
        at = 0;
        filled = Math.max(0, read);
        return read > 0;
    }

    private int millisLeft() throws SocketTimeoutException {
        long millis = (deadline.orElseThrow() - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("late");
        }
        return (int) millis;
    }
}
