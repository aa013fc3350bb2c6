package planted.javafx.plain.ui.words;

import javafx.beans.property.StringProperty;

/** Words that know what shows them. */
public record ViolatorInWords(StringProperty it) {}
