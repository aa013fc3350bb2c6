package planted.locale.files;

import java.util.Locale;

/** Asks the system for its language. */
public class ViolatorOfTheSystem {
    String go() {
        return Locale.getDefault().getLanguage();
    }
}
