package dev.paddock.http;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Feeds the reader straight from the client's buffers. Ends with the last event that is wanted;
 * what follows it is passed over, so that the connection can be used again.
 */
final class EventSubscriber<X extends Exception> implements BodySubscriber<byte[]> {
    private static final byte[] NOTHING = {};
    private static final int MOST_LEFTOVER = 64 * 1024;

    /** What a server that has said everything may take to end the answer. */
    private static final Executor LATER = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final SseReader<X> reader;
    private final CompletableFuture<byte[]> end = new CompletableFuture<>();
    private final Pacing pacing = new Pacing();
    private Optional<Subscription> subscription = Optional.empty();
    private boolean over;
    private int leftover;

    EventSubscriber(EventSink<X> sink) {
        reader = new SseReader<>(sink);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Subscription to) {
        subscription = Optional.of(to);
        to.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        int bytes = 0;
        try {
            for (var piece : pieces) {
                bytes += piece.remaining();
                take(piece);
            }
        } catch (Throwable failed) {
            over = true;
            end.completeExceptionally(failed);
            drop();
            return;
        }
        if (leftover > MOST_LEFTOVER) {
            drop();
            return;
        }
        gather(bytes);
        subscription.ifPresent(to -> to.request(1));
    }

    private void take(ByteBuffer piece) throws EventTooLongException, X {
        if (over) {
            leftover += piece.remaining();
        } else if (!reader.feed(piece)) {
            over = true;
            end.complete(NOTHING);
            LATER.execute(this::drop);
        }
    }

    /**
     * Waits on the client's own thread: to wake another one for it costs as much as ten events, and
     * other requests can spare a few milliseconds.
     */
    private void gather(int bytes) {
        long pause = over ? 0 : pacing.pause(bytes, reader.events(), System.nanoTime());
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
    }

    /** Closes the connection, if the answer still holds it. */
    private void drop() {
        subscription.ifPresent(Subscription::cancel);
    }

    @Override
    public void onError(Throwable broken) {
        end.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        end.complete(NOTHING);
    }
}
