package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.connection.Readiness;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.OneThread;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The view models over the real chat domain, without a window: one thread plays the FX thread. */
abstract class ChatModels {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    final FakeChat fake = new FakeChat();
    final OneThread fx = new OneThread();
    final Notices notices = new Notices();
    ConversationViewModel open;
    ComposerViewModel composer;
    ConversationListViewModel list;

    @BeforeEach
    void build() throws Exception {
        var words = new Words();
        run(
                () -> {
                    open =
                            new ConversationViewModel(
                                    fx, fake.background, job -> () -> fx.execute(job));
                    list =
                            new ConversationListViewModel(
                                    fake.services(), open, fx, words, notices, fake.clock);
                    composer =
                            new ComposerViewModel(
                                    open,
                                    fake.services().conversations().drafts(),
                                    fx,
                                    words,
                                    notices,
                                    list.problems(),
                                    fake.starts::incrementAndGet);
                    composer.readiness(Readiness.READY);
                    list.create();
                });
    }

    @AfterEach
    void close() {
        fake.close();
        fx.close();
    }

    void write(String text) throws Exception {
        run(() -> composer.textProperty().set(text));
    }

    void run(Runnable job) throws Exception {
        Future<?> done = fx.jobs().submit(job);
        done.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    <T> T get(java.util.concurrent.Callable<T> job) throws Exception {
        return fx.jobs().submit(job).get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    void await(BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!get(condition::getAsBoolean)) {
            assertTrue(System.nanoTime() < end, "never came true");
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
    }
}
