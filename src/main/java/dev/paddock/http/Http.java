package dev.paddock.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Requests to one server, on connections that are kept and used again. Safe from any thread. Why it
 * is done like this: docs/decisions/0003-http.md.
 */
public final class Http implements AutoCloseable {
    /** To connect; an answer has limits of its own. */
    private static final Duration CONNECT = Duration.ofSeconds(5);

    private static final int MOST_BYTES = 4 << 20;

    /** What the client reads at once, in bytes. */
    static final int READ_BUFFER = 64 * 1024;

    /** Where nobody listens: it is refused at once. */
    private static final URI NOBODY = URI.create("http://127.0.0.1:1/");

    static {
        // All are read once, when the first client is opened. llama-server drops an idle
        // connection after 5 s; whoever drops it first never sends a request into the void. The
        // client looks every 3 s at the latest, and may just miss the second that is meant here.
        System.setProperty("jdk.httpclient.keepalive.timeout", "1");
        // Where a connection ends before a byte of the answer came, a POST is sent once more, too.
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
        // Room for what a fast engine says while its events gather; 16 KiB are 55 events.
        System.setProperty("jdk.httpclient.bufsize", String.valueOf(READ_BUFFER));
    }

    private Optional<HttpClient> client = Optional.empty();
    private boolean closed;

    private Http() {}

    /** For servers on this computer: no proxy, no TLS. */
    public static Http loopback() {
        return new Http();
    }

    /**
     * One short question.
     *
     * @param limit for everything together
     * @throws java.net.ConnectException when nothing listens
     * @throws ConnectTimeoutException when the connection was neither taken nor refused in time
     * @throws IOException when the answer is late, broken, or no HTTP
     */
    public Reply send(Request request, Duration limit) throws IOException {
        if (!limit.isPositive()) {
            throw new HttpTimeoutException("late");
        }
        // The client's own limit tells a connection that was not taken from a late answer, but it
        // ends with the head of the answer; a little more lets it speak first.
        return start(request.builder().timeout(limit).build(), _ -> new BoundedBody(MOST_BYTES))
                .await(limit.plusMillis(100));
    }

    /** Nothing is sent before {@link EventStream#run}. */
    public EventStream stream(Request request) {
        return new EventStream(this, request);
    }

    /**
     * Loads what the first request needs, so that it need not wait for it: some 150 ms in a cold
     * virtual machine. Blocks as long.
     */
    public void warm() {
        try {
            send(Request.get(NOBODY, ""), Duration.ofSeconds(1));
        } catch (IOException refused) {
            // As it should be.
        }
        release();
    }

    /**
     * Ends the connections and the thread of the client once what runs has ended, for a server that
     * is gone: nothing is left that wakes up now and then. The next request opens another client.
     */
    public synchronized void release() {
        client.ifPresent(HttpClient::shutdown);
        client = Optional.empty();
    }

    /** Ends everything at once, for good. */
    @Override
    public synchronized void close() {
        closed = true;
        client.ifPresent(HttpClient::shutdownNow);
        client = Optional.empty();
    }

    Exchange start(HttpRequest request, BodyHandler<byte[]> body) throws IOException {
        return new Exchange(client().sendAsync(request, body));
    }

    private synchronized HttpClient client() throws IOException {
        if (closed) {
            throw new IOException("closed");
        }
        if (client.isEmpty()) {
            client = Optional.of(open());
        }
        return client.get();
    }

    private static HttpClient open() {
        return HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                // What the client has to do between two waits is short, and to hand it to another
                // thread costs more than the work itself.
                .executor(Runnable::run)
                .sslContext(noTls())
                .build();
    }

    /**
     * The default one reads every certificate authority there is, which takes a tenth of a second.
     */
    private static SSLContext noTls() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[0], new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
