package dev.paddock.ui.common;

import dev.paddock.option.ArgumentLine;
import dev.paddock.option.Decimal;
import dev.paddock.option.JsonObject;
import dev.paddock.option.LogitBiases;
import dev.paddock.option.Option;
import dev.paddock.option.TextList;
import dev.paddock.option.WholeNumber;
import dev.paddock.ui.words.OptionWords;
import dev.paddock.ui.words.TypedNumbers;
import dev.paddock.ui.words.Words;

import javafx.geometry.Pos;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.Optional;

/** A text field, or an area where a value has lines. */
final class TextEditor implements OptionEditor {
    private static final int LINES = 3;
    private static final int DIGITS = 9;
    private static final int FEW_DIGITS = 6;
    private static final int GAP = 8;
    private static final double MOST_WIDTH = 340;

    /** A greater number is typed sooner than stepped to. */
    private static final int MOST_STEPS = 1024;

    private final Option<?> option;
    private final TextInputControl control;
    private final Region node;
    private final Listener listener;
    private Optional<RangeSlider> slider = Optional.empty();
    private Optional<StepButtons> steps = Optional.empty();
    private String inherited = "";
    private final String nothing;
    private final TypedNumbers numbers;
    private boolean filling;

    TextEditor(Option<?> option, Words words, Listener listener) {
        this.option = option;
        nothing = words.of("options.nothing");
        numbers = words.typedNumbers();
        control = create(option);
        control.setId(option.key());
        this.listener = listener;
        node = withPointer(words);
        control.textProperty().subscribe((_, _) -> follow());
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
        control.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
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

    /** What the pointer sets the number with, beside the field. */
    private Region withPointer(Words words) {
        Runnable done = listener::left;
        switch (option.kind()) {
            case Decimal range -> {
                var made = new RangeSlider(range, number -> choose(range.format(number)), done);
                slider = Optional.of(made);
                HBox.setHgrow(made, Priority.ALWAYS);
            }
            case WholeNumber range when range.most() <= MOST_STEPS -> {
                String name = new OptionWords(words).label(option);
                steps =
                        Optional.of(
                                new StepButtons(
                                        range,
                                        words,
                                        name,
                                        number -> choose(range.format(number)),
                                        done));
            }
            default -> {
                return control;
            }
        }
        ((TextField) control).setPrefColumnCount(FEW_DIGITS);
        var line = new HBox(GAP, control);
        slider.ifPresent(line.getChildren()::add);
        steps.ifPresent(line.getChildren()::add);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(slider.isPresent() ? MOST_WIDTH : Region.USE_PREF_SIZE);
        return line;
    }

    private void choose(String value) {
        control.setText(numbers.local(option.kind(), value));
        control.end();
    }

    /** What is no number leaves them where they are. */
    private void follow() {
        String now = text().isBlank() ? inherited : text();
        if (option.kind() instanceof Decimal range) {
            slider.ifPresent(it -> range.parse(now).ifPresent(it::show));
        } else if (option.kind() instanceof WholeNumber range) {
            steps.ifPresent(it -> range.parse(now).ifPresent(it::show));
        }
    }

    private void step(KeyEvent key, int by) {
        if (slider.isPresent() || steps.isPresent()) {
            slider.ifPresent(it -> it.step(by));
            steps.ifPresent(it -> it.step(by));
            key.consume();
        }
    }

    /** In an area Enter begins a line. */
    private void pressed(KeyEvent key) {
        if (key.getCode() == KeyCode.UP) {
            step(key, 1);
        } else if (key.getCode() == KeyCode.DOWN) {
            step(key, -1);
        }
        boolean area = control instanceof TextArea;
        if (key.getCode() == KeyCode.ENTER && (!area || key.isShortcutDown())) {
            listener.entered();
            key.consume();
        }
    }

    @Override
    public Region node() {
        return node;
    }

    @Override
    public boolean isNarrow() {
        return control instanceof TextField field
                && field.getPrefColumnCount() != TextField.DEFAULT_PREF_COLUMN_COUNT;
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
    public void show(String set, boolean isSet, Inherited holding) {
        filling = true;
        String local = numbers.local(option.kind(), set);
        if (!control.getText().equals(local)) {
            control.setText(local);
            control.end();
        }
        control.setPromptText(isSet ? nothing : holding.shown());
        inherited = holding.text();
        follow();
        filling = false;
    }
}
