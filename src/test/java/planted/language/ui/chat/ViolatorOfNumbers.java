package planted.language.ui.chat;

import java.text.NumberFormat;

/** The same by a class for it. */
public class ViolatorOfNumbers {
    String go(double value) {
        return NumberFormat.getInstance().format(value);
    }
}
