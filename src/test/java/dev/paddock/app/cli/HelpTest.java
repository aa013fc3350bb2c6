package dev.paddock.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.option.Catalogue;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

class HelpTest {
    private final String help = new Help(new Words()).text();

    private void says(String line) {
        assertTrue(help.lines().anyMatch(line::equals), () -> line + "\nin\n" + help);
    }

    @Test
    void everyFlagHasItsLine() {
        var flags =
                Stream.concat(
                        Stream.of(AppFlag.values()).map(own -> own.spellings().getFirst()),
                        Catalogue.every().options().stream().map(option -> option.flag()));
        flags.forEach(
                flag ->
                        assertTrue(
                                help.lines().anyMatch(line -> line.startsWith("  " + flag)), flag));
    }

    @Test
    void aLineSaysWhatAFlagTakesAndItsDefault() {
        says("  --ctx-size, -c N            Context size: 1 to 16777216, or auto (default 4096)");
        says("  --temp, --temperature N     Temperature: 0 to 2 (default 0.8)");
        says("  --flash-attn, -fa NAME      Flash attention: auto, on, off (default auto)");
        says("  --stop TEXT                 Stop sequences: one in each line");
        says(
                "  paddock run MODEL           open the window with a model and start the engine at"
                        + " once");
    }
}
