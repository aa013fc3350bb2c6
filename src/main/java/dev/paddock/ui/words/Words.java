package dev.paddock.ui.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Every word of the interface, from the one resource bundle. */
public final class Words {
    private final ResourceBundle bundle =
            ResourceBundle.getBundle("dev.paddock.words", Locale.ENGLISH);

    /** For FXML's {@code %key}. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /**
     * The text of {@code key}, its {0}, {1} … replaced.
     *
     * @throws java.util.MissingResourceException when there is no such key
     */
    public String of(String key, Object... values) {
        String pattern = bundle.getString(key);
        return values.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.ENGLISH).format(values);
    }
}
