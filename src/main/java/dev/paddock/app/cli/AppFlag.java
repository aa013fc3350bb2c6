package dev.paddock.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The flags that are not options of a catalogue; their help is {@code cli.help.<constant>}. */
enum AppFlag {
    MODEL("FILE", "--model", "-m"),
    ENGINE("PATH", "--engine"),
    START("", "--start"),
    DATA_DIR("DIR", "--data-dir"),
    SELF_TEST("", "--self-test"),
    VERSION("", "--version"),
    HELP("", "--help", "-h");

    private final String value;
    private final List<String> spellings;

    /**
     * @param value what the help calls its value; empty for one that takes none
     */
    AppFlag(String value, String... spellings) {
        this.value = value;
        this.spellings = List.of(spellings);
    }

    String value() {
        return value;
    }

    boolean takesValue() {
        return !value.isEmpty();
    }

    /** The plainest first. */
    List<String> spellings() {
        return spellings;
    }

    static Optional<AppFlag> of(String flag) {
        return Stream.of(values()).filter(each -> each.spellings.contains(flag)).findFirst();
    }
}
