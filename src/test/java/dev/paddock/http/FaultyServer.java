package dev.paddock.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Listens like an engine and answers every request as a test says. */
public final class FaultyServer implements AutoCloseable {
    private static final String STREAM =
            "HTTP/1.1 200 OK\r\n"
                    + "Content-Type: text/event-stream\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n";
    public static final String FINISH = "{\"choices\":[{\"finish_reason\":\"stop\",\"delta\":{}}]}";

    /** Writes one answer; the connection is closed afterwards. */
    public interface Script {
        void answer(OutputStream out, Socket socket) throws Exception;
    }

    /** Writes what comes after the headers of a stream. */
    public interface StreamScript {
        void write(OutputStream out) throws Exception;
    }

    private final ServerSocket listener;
    private final Script script;

    /** Every request that came, whole. */
    public final List<String> requests = new CopyOnWriteArrayList<>();

    public FaultyServer(Script script) throws IOException {
        this.script = script;
        listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public static Script stream(StreamScript script) {
        return (out, _) -> {
            out.write(STREAM.getBytes(UTF_8));
            script.write(out);
        };
    }

    public static void chunk(OutputStream out, byte[] bytes) throws IOException {
        out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        out.write(bytes);
        out.write("\r\n".getBytes(UTF_8));
        out.flush();
    }

    public static void event(OutputStream out, String data) throws IOException {
        chunk(out, ("data: " + data + "\n\n").getBytes(UTF_8));
    }

    public static void content(OutputStream out, String text) throws IOException {
        event(
                out,
                "{\"choices\":[{\"finish_reason\":null,\"delta\":{\"content\":\""
                        + text
                        + "\"}}]}");
    }

    public static void end(OutputStream out) throws Exception {
        out.write("0\r\n\r\n".getBytes(UTF_8));
    }

    public static String plain(String status, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                Thread.ofPlatform().daemon().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            awaitRequest(socket);
            script.answer(socket.getOutputStream(), socket);
        } catch (Exception gone) {
            // The client has had enough.
        }
    }

    /** Waits for the next request on the same connection. */
    public void awaitRequest(Socket socket) throws IOException {
        requests.add(request(socket.getInputStream()));
    }

    private static String request(InputStream in) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            text.append((char) next);
        }
        int at = text.indexOf("Content-Length: ");
        if (at >= 0) {
            int length = Integer.parseInt(text.substring(at + 16, text.indexOf("\r", at)));
            text.append(new String(in.readNBytes(length), UTF_8));
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
