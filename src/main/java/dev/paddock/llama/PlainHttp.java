package dev.paddock.llama;

import dev.paddock.server.Endpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One short GET over a plain socket. The waiting for a starting engine asks up to two hundred times
 * a second, and a whole HTTP client is slower to warm up than an engine is to start.
 */
final class PlainHttp {
    private static final int MOST_BYTES = 4 << 20;
    private static final int READ_BYTES = 16 * 1024;
    private static final int STATUS_AT = "HTTP/1.1 ".length();

    /** What came back. */
    record Reply(int status, byte[] body) {}

    private PlainHttp() {}

    /**
     * @throws ConnectException when nothing listens
     * @throws IOException when the answer is late, broken, or no HTTP
     */
    static Reply get(Endpoint endpoint, String path, Duration limit) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", endpoint.port()), left(end));
            socket.setTcpNoDelay(true);
            // HTTP/1.0: the answer comes in one piece and ends with the connection.
            var request =
                    "GET "
                            + path
                            + " HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                            + endpoint.apiKey()
                            + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return parse(readAll(socket, end));
        }
    }

    private static byte[] readAll(Socket socket, long end) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[READ_BYTES];
        var input = socket.getInputStream();
        while (true) {
            socket.setSoTimeout(left(end));
            int read = input.read(buffer);
            if (read < 0) {
                return all.toByteArray();
            }
            all.write(buffer, 0, read);
            if (all.size() > MOST_BYTES) {
                throw new IOException("too long an answer");
            }
        }
    }

    private static int left(long end) throws SocketTimeoutException {
        long millis = (end - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
            throw new SocketTimeoutException("late");
        }
        return (int) millis;
    }

    private static Reply parse(byte[] answer) throws IOException {
        var text = new String(answer, StandardCharsets.ISO_8859_1);
        int headers = text.indexOf("\r\n\r\n");
        if (!text.startsWith("HTTP/1.") || headers < STATUS_AT) {
            throw new IOException("no HTTP");
        }
        try {
            int status = Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3));
            var body = java.util.Arrays.copyOfRange(answer, headers + 4, answer.length);
            return new Reply(status, body);
        } catch (NumberFormatException noStatus) {
            throw new IOException("no HTTP status", noStatus);
        }
    }
}
