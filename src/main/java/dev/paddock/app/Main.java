package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.app.cli.Help;
import dev.paddock.app.cli.UsageException;
import dev.paddock.files.AppDirs;
import dev.paddock.ui.platform.DisplaySupport;
import dev.paddock.ui.words.Words;

import org.slf4j.LoggerFactory;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the program begins. */
public final class Main {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private final Words words = new Words();
    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        System.exit(new Main(out, err).run(List.of(arguments)));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /**
     * Does what the arguments say.
     *
     * @return the exit status; why it is not 0 was printed
     */
    int run(List<String> arguments) {
        CommandLine line;
        try {
            line = CommandLine.parse(arguments);
        } catch (UsageException wrong) {
            err.println(wrong.sentence(words));
            return MISUSED;
        }
        line.remarks().forEach(remark -> err.println(remark.sentence(words)));
        try {
            return run(line);
        } catch (InvalidPathException unsayable) {
            var encoding = System.getProperty("sun.jnu.encoding", "");
            return failed(line, words.of("cli.locale", unsayable.getInput(), encoding));
        } catch (RuntimeException defect) {
            LoggerFactory.getLogger(Main.class).error("A defect", defect);
            var logs = dirs(line).map(AppDirs::logs).map(Path::toString).orElse("");
            return failed(line, words.of("cli.unexpected", words.defect(defect), logs));
        }
    }

    private int run(CommandLine line) {
        return switch (line.mode()) {
            case HELP -> print(new Help(words).text());
            case VERSION -> print(version());
            case SELF_TEST -> selfTest(line);
            case WINDOW -> window(line);
        };
    }

    private int print(String text) {
        out.println(text);
        return OK;
    }

    private String version() {
        return words.of(
                "cli.version",
                Version.text(),
                System.getProperty("java.version"),
                Version.javaFx());
    }

    private int window(CommandLine line) {
        if (!DisplaySupport.present()) {
            out.println(words.of("cli.selfTestInstead"));
            return selfTest(line);
        }
        return dirs(line)
                .map(dirs -> new PaddockApp(line, dirs, words, out, err, new PaddockApp.Start() {}))
                .map(PaddockApp::run)
                .orElseGet(() -> failed(line, words.of("cli.noHome")));
    }

    private int failed(CommandLine line, String reason) {
        switch (line.mode()) {
            case WINDOW -> StartFailure.tell(err, reason);
            case HELP, VERSION, SELF_TEST -> err.println(reason);
        }
        return FAILED;
    }

    private static Optional<AppDirs> dirs(CommandLine line) {
        return line.dataDir().map(AppDirs::new).or(AppDirs::ofSystem);
    }

    private int selfTest(CommandLine line) {
        DisplaySupport.drawIntoMemory();
        return new SelfTest(line, words, out, err).run();
    }
}
