package planted.locale.ui.chat;

import java.util.Locale;

/** Speaks a language that nobody chose. */
public class Violator {
    String go(double value) {
        return String.format(Locale.GERMANY, "%.1f", value);
    }
}
