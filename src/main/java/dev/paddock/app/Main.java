package dev.paddock.app;

import dev.paddock.files.AppDirs;
import dev.paddock.ui.common.Words;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
        return switch (line.mode()) {
            case HELP -> print(words.of("cli.help"));
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
        if (!Desktop.present()) {
            out.println(words.of("cli.selfTestInstead"));
            return selfTest(line);
        }
        var dirs = line.dataDir().map(AppDirs::new).orElseGet(AppDirs::ofSystem);
        return new PaddockApp(line, dirs, words, err, () -> {}).run();
    }

    private int selfTest(CommandLine line) {
        Desktop.drawIntoMemory();
        return new SelfTest(line, words, out, err).run();
    }
}
