package dev.paddock.app;

import dev.paddock.ui.common.Words;

import java.io.PrintStream;

final class SelfTest {
    SelfTest(CommandLine line, Words words, PrintStream out, PrintStream err) {}

    int run() {
        return 0;
    }
}
