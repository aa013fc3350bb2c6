package dev.paddock.ui.common;

import dev.paddock.option.Option;
import dev.paddock.ui.words.OptionWords;
import dev.paddock.ui.words.Words;

import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;

import java.util.List;

/** Automatic, all, none, or a number of layers to be typed. */
final class LayersEditor implements OptionEditor {
    private static final String SOME = "some";
    private static final List<String> CHOICES = List.of("", "auto", "all", "none", SOME);
    private static final int DIGITS = 5;
    private static final int GAP = 8;

    private final Option<?> option;
    private final Words words;
    private final OptionWords names;
    private final ComboBox<String> box = new ComboBox<>();
    private final TextField count = new TextField();
    private final HBox node = new HBox(GAP, box, count);
    private String inherited = "";
    private boolean filling;

    LayersEditor(Option<?> option, Words words, Listener listener) {
        this.option = option;
        this.words = words;
        names = new OptionWords(words);
        box.setId(option.key());
        box.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(box, Priority.ALWAYS);
        count.setId(option.key() + "Count");
        count.setPrefColumnCount(DIGITS);
        count.setPromptText(words.of("options.layers.count"));
        count.setAccessibleText(words.of("options.layers.count"));
        box.getItems().setAll(CHOICES);
        box.valueProperty().subscribe((_, _) -> chosen(listener));
        listen(listener);
        showCount();
    }

    private void listen(Listener listener) {
        count.textProperty()
                .subscribe(
                        (_, _) -> {
                            if (!filling) {
                                listener.edited();
                            }
                        });
        count.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused && count.isVisible()) {
                                listener.left();
                            }
                        });
        count.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        listener.entered();
                        key.consume();
                    }
                });
    }

    /** Some is no value before the number is there. */
    private void chosen(Listener listener) {
        if (filling) {
            return;
        }
        showCount();
        listener.edited();
        if (count.isVisible()) {
            count.requestFocus();
        } else {
            listener.left();
        }
    }

    private void showCount() {
        boolean some = SOME.equals(box.getValue());
        count.setVisible(some);
        count.setManaged(some);
    }

    @Override
    public HBox node() {
        return node;
    }

    @Override
    public boolean isNarrow() {
        return false;
    }

    @Override
    public Control control() {
        return count.isVisible() ? count : box;
    }

    @Override
    public String text() {
        String chosen = box.getValue();
        if (SOME.equals(chosen)) {
            return count.getText().isBlank() ? SOME : count.getText();
        }
        return chosen == null ? "" : chosen;
    }

    @Override
    public boolean focused() {
        return count.isFocused();
    }

    @Override
    public void show(String set, boolean isSet, Inherited holding) {
        filling = true;
        String key = holding.standard() ? "options.default" : "options.inherited";
        String now = words.of(key, holding.shown());
        if (!inherited.equals(now)) {
            inherited = now;
            box.setConverter(new Converter());
        }
        boolean some = !CHOICES.contains(set);
        count.setText(some ? set : "");
        box.setValue(some ? SOME : set);
        showCount();
        filling = false;
    }

    private final class Converter extends StringConverter<String> {
        @Override
        public String toString(String choice) {
            if (choice == null) {
                return "";
            }
            return choice.isEmpty() ? inherited : names.choice(option, choice);
        }

        @Override
        public String fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }
}
