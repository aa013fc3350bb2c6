package dev.paddock.ui.common;

import dev.paddock.option.ArgumentLine;
import dev.paddock.option.JsonObject;
import dev.paddock.option.LogitBiases;
import dev.paddock.option.Option;
import dev.paddock.option.TextList;
import dev.paddock.ui.words.TypedNumbers;
import dev.paddock.ui.words.Words;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** A text field, or an area where a value has lines. */
final class TextEditor implements OptionEditor {
    private static final int LINES = 3;
    private static final int DIGITS = 9;

    private final Option<?> option;
    private final TextInputControl control;
    private final String nothing;
    private final TypedNumbers numbers;
    private boolean filling;

    TextEditor(Option<?> option, Words words, Listener listener) {
        this.option = option;
        nothing = words.of("options.nothing");
        numbers = words.typedNumbers();
        control = create(option);
        control.setId(option.key());
        control.textProperty()
                .subscribe(
                        (_, _) -> {
                            if (!filling) {
                                listener.edited();
                            }
                        });
        control.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                listener.left();
                            }
                        });
        control.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(key, listener));
    }

    private static TextInputControl create(Option<?> option) {
        return switch (option.kind()) {
            case TextList _, LogitBiases _, JsonObject _ -> {
                var area = new TextArea();
                area.setPrefRowCount(LINES);
                area.getStyleClass().add("code");
                TabKey.goesOn(area);
                yield area;
            }
            case ArgumentLine _ -> {
                var field = new TextField();
                field.getStyleClass().add("code");
                yield field;
            }
            default -> {
                var field = new TextField();
                field.setPrefColumnCount(DIGITS);
                field.setMinWidth(Region.USE_PREF_SIZE);
                yield field;
            }
        };
    }

    /** In an area Enter begins a line. */
    private void pressed(KeyEvent key, Listener listener) {
        boolean area = control instanceof TextArea;
        if (key.getCode() == KeyCode.ENTER && (!area || key.isShortcutDown())) {
            listener.entered();
            key.consume();
        }
    }

    @Override
    public TextInputControl node() {
        return control;
    }

    @Override
    public boolean isNarrow() {
        return control instanceof TextField field && field.getPrefColumnCount() == DIGITS;
    }

    @Override
    public TextInputControl control() {
        return control;
    }

    @Override
    public String text() {
        return numbers.plain(option.kind(), control.getText());
    }

    @Override
    public boolean focused() {
        return control.isFocused();
    }

    @Override
    public void show(String set, boolean isSet, Inherited inherited) {
        filling = true;
        String local = numbers.local(option.kind(), set);
        if (!control.getText().equals(local)) {
            control.setText(local);
            control.end();
        }
        control.setPromptText(isSet ? nothing : inherited.shown());
        filling = false;
    }
}
