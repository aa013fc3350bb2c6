package dev.paddock.app;

import dev.paddock.app.cli.CommandLine;
import dev.paddock.app.cli.UsageException;
import dev.paddock.files.AppDirs;
import dev.paddock.ui.words.Words;

import java.util.List;

/** The whole app in a process of its own, drawn into memory. */
final class FirstStart {
    private FirstStart() {}

    static void main(String[] arguments) throws UsageException {
        var line = CommandLine.parse(List.of(arguments));
        var dirs = new AppDirs(line.dataDir().orElseThrow());
        var start = new PaddockApp.Start() {};
        int status = new PaddockApp(line, dirs, new Words(), System.out, System.err, start).run();
        System.exit(status);
    }
}
