package dev.paddock.packaging;

import java.awt.AWTException;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT cache: uses the linked app for a while, as a person would, and lets Java write down
 * which classes it loaded, linked and ran. Needs a screen of 1300 × 900 that nobody else uses.
 */
final class Training {
    private static final int MESSAGES = 200;
    private static final int START_MILLIS = 30_000;
    private static final int PAUSE_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 6_000;
    private static final int WRITING_SECONDS = 120;
    private static final int TRIES = 12;
    private static final int COMPOSER_X = 500;
    private static final int COMPOSER_Y = 735;
    private static final Path STARTER =
            Path.of("target", "classes", "dev", "paddock", "starter", "paddock-starter.gguf");

    private Training() {}

    /**
     * Writes the cache.
     *
     * @param command Java with every option of the installed app but those about the cache
     * @param engine without one the app is trained with its engine off
     */
    static void run(List<String> command, Path cache, Path work, Optional<Path> engine)
            throws IOException, InterruptedException, AWTException {
        Files.deleteIfExists(cache);
        Path data = Tools.fresh(work.resolve("training"));
        LongConversation.write(data, MESSAGES);
        var driver = new Driver();
        var process =
                new ProcessBuilder(arguments(command, cache, data, engine))
                        .redirectErrorStream(true)
                        .redirectOutput(work.resolve("training.log").toFile())
                        .start();
        if (!driver.awaitWindow(START_MILLIS)) {
            process.destroy();
            throw new IOException("the app showed no window; see " + work.resolve("training.log"));
        }
        driver.settle(ANSWER_MILLIS);
        boolean answered = ask(driver, data, engine.isPresent() ? TRIES : 1);
        lookAround(driver);
        driver.shortcut(KeyEvent.VK_Q);
        boolean ended = process.waitFor(WRITING_SECONDS, TimeUnit.SECONDS);
        if (!ended || process.exitValue() != 0 || Files.notExists(cache)) {
            process.destroyForcibly();
            throw new IOException("no AOT cache came; see " + work.resolve("training.log"));
        }
        if (engine.isPresent() && !answered) {
            throw new IOException("the question of the training did not reach the conversation");
        }
        Tools.delete(data);
    }

    private static List<String> arguments(
            List<String> command, Path cache, Path data, Optional<Path> engine) {
        var arguments = new ArrayList<String>();
        arguments.add(command.getFirst());
        arguments.add("-XX:AOTCacheOutput=" + cache);
        arguments.addAll(command.subList(1, command.size()));
        arguments.addAll(List.of("--data-dir", data.toString(), STARTER.toString()));
        engine.ifPresent(
                folder -> arguments.addAll(List.of("--engine", folder.toString(), "--start")));
        return arguments;
    }

    /**
     * Opens the long conversation and asks something in it, until that has arrived: the engine may
     * still be loading, and a busy machine draws late.
     */
    private static boolean ask(Driver driver, Path data, int tries) {
        for (int round = 0; round < tries; round++) {
            driver.openFirstConversation();
            driver.scroll(-30);
            driver.scroll(10);
            driver.click(
                    (int) LongConversation.PLACE.x() + COMPOSER_X,
                    (int) LongConversation.PLACE.y() + COMPOSER_Y);
            driver.shortcut(KeyEvent.VK_A);
            driver.type("what is paddock");
            driver.key(KeyEvent.VK_ENTER);
            driver.settle(ANSWER_MILLIS);
            if (LongConversation.messages(data) > MESSAGES) {
                return true;
            }
        }
        return false;
    }

    /** The log, a new chat, the model picker, the settings. */
    private static void lookAround(Driver driver) {
        driver.shortcut(KeyEvent.VK_L);
        driver.settle(PAUSE_MILLIS);
        driver.shortcut(KeyEvent.VK_N);
        driver.settle(PAUSE_MILLIS);
        driver.shortcut(KeyEvent.VK_O);
        driver.settle(PAUSE_MILLIS);
        driver.key(KeyEvent.VK_ESCAPE);
        driver.shortcut(KeyEvent.VK_COMMA);
        driver.settle(PAUSE_MILLIS);
        driver.key(KeyEvent.VK_ESCAPE);
        driver.shortcut(KeyEvent.VK_L);
        driver.settle(PAUSE_MILLIS);
    }
}
