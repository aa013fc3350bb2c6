package dev.paddock.ui.status;

import javafx.css.PseudoClass;

import java.util.Locale;
import java.util.regex.Pattern;

/** How loud a line of the engine's log is. */
enum LogLevel {
    ERROR,
    WARNING,
    INFO,
    DEBUG;

    /** The engine begins a line with minutes.seconds.millis.micros and the level's letter. */
    private static final Pattern PREFIXED = Pattern.compile("^\\s*\\d+(?:\\.\\d+){3} ([EWID]) ");

    private static final Pattern LOOKS_BAD =
            Pattern.compile("(?i)^(?:\\w+: )?(?:error|fatal|terminate called)\\b|GGML_ASSERT");

    private static final Pattern LOOKS_DOUBTFUL =
            Pattern.compile("(?i)^(?:\\w+: )?warn(?:ing)?\\b");

    private final PseudoClass pseudoClass =
            PseudoClass.getPseudoClass(name().toLowerCase(Locale.ROOT));

    PseudoClass pseudoClass() {
        return pseudoClass;
    }

    static LogLevel of(String line) {
        var prefix = PREFIXED.matcher(line);
        if (prefix.find()) {
            return switch (prefix.group(1).charAt(0)) {
                case 'E' -> ERROR;
                case 'W' -> WARNING;
                case 'D' -> DEBUG;
                default -> INFO;
            };
        }
        if (LOOKS_BAD.matcher(line).find()) {
            return ERROR;
        }
        return LOOKS_DOUBTFUL.matcher(line).find() ? WARNING : INFO;
    }
}
