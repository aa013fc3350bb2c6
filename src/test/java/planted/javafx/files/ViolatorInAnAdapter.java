package planted.javafx.files;

import javafx.beans.property.StringProperty;

/** An adapter that knows JavaFX. */
public record ViolatorInAnAdapter(StringProperty it) {}
