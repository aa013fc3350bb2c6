package dev.paddock.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One request on its way, up to the end of its body. */
final class Exchange {
    private final CompletableFuture<HttpResponse<byte[]>> sent;

    /**
     * @param sent as the client returned it: only this one takes the request back when it is
     *     cancelled
     */
    Exchange(CompletableFuture<HttpResponse<byte[]>> sent) {
        this.sent = sent;
    }

    /** Closes the connection at once, unless the body has ended. */
    void cancel() {
        sent.cancel(true);
    }

    /**
     * Waits without a limit.
     *
     * @throws X as what takes the body threw it
     * @throws java.util.concurrent.CancellationException after {@link #cancel}
     */
    <X extends Exception> Reply await() throws IOException, X {
        try {
            return reply(sent.get());
        } catch (ExecutionException failed) {
            throw Exchange.<X>failure(failed.getCause());
        } catch (InterruptedException closing) {
            throw interrupted();
        }
    }

    /** Waits at most so long; afterwards it is cancelled. */
    Reply await(Duration limit) throws IOException {
        try {
            return reply(sent.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            cancel();
            throw new HttpTimeoutException("late");
        } catch (ExecutionException failed) {
            throw Exchange.<RuntimeException>failure(failed.getCause());
        } catch (InterruptedException closing) {
            throw interrupted();
        }
    }

    private static Reply reply(HttpResponse<byte[]> answer) {
        return new Reply(answer.statusCode(), answer.body());
    }

    private InterruptedIOException interrupted() {
        cancel();
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    @SuppressWarnings("unchecked")
    private static <X extends Exception> X failure(Throwable cause) throws IOException {
        switch (cause) {
            case HttpConnectTimeoutException late -> throw new ConnectTimeoutException(late);
            case IOException broken -> throw broken;
            case Error error -> throw error;
            // Nothing else reaches the client than what it throws itself and what a sink threw.
            default -> {
                return (X) cause;
            }
        }
    }
}
