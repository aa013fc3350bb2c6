package planted.language.ui.chat;

/** Writes numbers as the system does. */
public class ViolatorOfFormats {
    String go(double value) {
        return String.format("%.1f", value);
    }
}
