package dev.paddock.files;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.rolling.TriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Where the app's own log goes: {@code paddock.log} and the four files before it. */
public final class Logging implements AutoCloseable {
    private static final String PATTERN =
            "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level %logger{24} [%thread] %msg%n";
    private static final String FILE = "paddock.log";
    private static final long MOST_TAIL_BYTES = 64 << 10;
    private static final long MOST_BYTES = 10L << 20;
    private static final int OLD_FILES = 4;

    private final LoggerContext context;

    private Logging(LoggerContext context) {
        this.context = context;
    }

    /**
     * Logs to files in {@code folder} from now on; a folder that cannot be written only means that
     * nothing is kept. Takes some tens of milliseconds, so it may run on any thread.
     */
    public static Logging start(Path folder) {
        return start(folder, MOST_BYTES, Duration.buildBySeconds(1));
    }

    /**
     * @param checkEvery how often the size of the file is looked at
     */
    static Logging start(Path folder, long mostBytes, Duration checkEvery) {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        root.addAppender(file(context, folder, sizeOf(context, mostBytes, checkEvery)));
        return new Logging(context);
    }

    /** Warnings and errors go to the error stream too. */
    public void alsoToConsole() {
        var console = new ConsoleAppender<ILoggingEvent>();
        console.setTarget("System.err");
        var filter = new ThresholdFilter();
        filter.setLevel(Level.WARN.toString());
        filter.start();
        console.addFilter(filter);
        console.setEncoder(encoder(context));
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(started(context, console));
    }

    /** Writes out and lets go of the file; what is logged later goes nowhere. */
    @Override
    public void close() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
    }

    /** The newest lines that {@link #start} has written in {@code folder}; none if it has not. */
    public static List<String> lastLines(Path folder, int most) {
        try (var file = FileChannel.open(folder.resolve(FILE))) {
            var tail = ByteBuffer.allocate((int) Math.min(MOST_TAIL_BYTES, file.size()));
            file.read(tail, file.size() - tail.capacity());
            var text = new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8);
            var lines = text.lines().toList();
            return lines.subList(Math.max(0, lines.size() - most), lines.size());
        } catch (IOException notThere) {
            return List.of();
        }
    }

    private static Appender<ILoggingEvent> file(
            LoggerContext context, Path folder, TriggeringPolicy<ILoggingEvent> trigger) {
        var appender = new PrivateAppender();
        appender.setFile(folder.resolve(FILE).toString());
        appender.setEncoder(encoder(context));
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.setFileNamePattern(folder.resolve("paddock.%i.log").toString());
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(trigger);
        return started(context, appender);
    }

    /** The log names files and says what was asked of the app. */
    private static final class PrivateAppender extends RollingFileAppender<ILoggingEvent> {
        @Override
        public void openFile(String file) throws IOException {
            Path path = Path.of(file);
            OwnerOnly.folder(path.toAbsolutePath().getParent());
            OwnerOnly.create(path);
            super.openFile(file);
        }
    }

    private static TriggeringPolicy<ILoggingEvent> sizeOf(
            LoggerContext context, long mostBytes, Duration checkEvery) {
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(mostBytes));
        size.setCheckIncrement(checkEvery);
        size.start();
        return size;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context) {
        var encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }

    private static Appender<ILoggingEvent> started(
            LoggerContext context, Appender<ILoggingEvent> appender) {
        appender.setContext(context);
        appender.start();
        return appender;
    }
}
