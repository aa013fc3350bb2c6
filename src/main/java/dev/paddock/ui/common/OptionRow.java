package dev.paddock.ui.common;

import dev.paddock.option.Choice;
import dev.paddock.option.Decimal;
import dev.paddock.option.LayerCount;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.Parsed;
import dev.paddock.option.TextList;
import dev.paddock.ui.words.OptionWords;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One option with its name, its value, where the value comes from, and what is wrong with what was
 * typed. What was typed is handed on when the field is left or Enter is pressed, and only if it is
 * right; Escape brings the former value back.
 */
final class OptionRow<T> extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass SET = PseudoClass.getPseudoClass("set");
    private static final PseudoClass OVERRULED = PseudoClass.getPseudoClass("overruled");

    private final Option<T> option;
    private final OptionWords words;
    private final OptionChange change;
    private final OptionEditor editor;
    private final Label origin = new Label();
    private final Button reset = new Button("", new FontIcon(Feather.ROTATE_CCW));
    private final FieldNote note = new FieldNote();
    private final String help;
    private String remark = "";
    private Optional<Shown<T>> shown = Optional.empty();
    private boolean typed;
    private boolean wrong;

    /** What the field says: it is left alone while that stays. */
    private record Shown<T>(
            Origin level, Optional<T> set, OptionChain.Resolved<T> inForce, T inherited) {}

    OptionRow(Toolkit kit, Option<T> option, OptionChange change) {
        this.option = option;
        this.change = change;
        words = new OptionWords(kit.words());
        help = words.help(option);
        editor = editor(kit);
        getStyleClass().addAll("field", "option-row");
        Tooltips.put(reset, kit.words().of("options.reset.tip", words.label(option)));
        getChildren().setAll(header(), value(), note);
        // A filter, because the inspector and the cards close on Escape.
        addEventFilter(KeyEvent.KEY_PRESSED, this::restore);
        showNote(Optional.empty());
    }

    private OptionEditor editor(Toolkit kit) {
        var listener = new Committing();
        return switch (option.kind()) {
            case Choice<?> kind -> new ChoiceEditor(option, kind, kit.words(), listener);
            case LayerCount _ -> new LayersEditor(option, kit.words(), listener);
            default -> new TextEditor(option, kit.words(), listener);
        };
    }

    private HBox header() {
        var name = new Label(words.label(option));
        name.getStyleClass().add("field-name");
        name.setLabelFor(editor.control());
        name.setMinWidth(USE_PREF_SIZE);
        Tooltips.put(name, words.details(option));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        origin.getStyleClass().add("option-origin");
        origin.setMinWidth(0);
        reset.getStyleClass().addAll("icon-button", "small");
        reset.setOnAction(_ -> reset());
        var header = new HBox(name, gap, origin, reset);
        header.getStyleClass().add("option-header");
        return header;
    }

    /** A range stands beside a number and below an area. */
    private Pane value() {
        var range = new Label(words.range(option));
        range.getStyleClass().add("option-range");
        range.setWrapText(true);
        range.setMinHeight(USE_PREF_SIZE);
        if (option.kind() instanceof Decimal) {
            // Beside a slider, which gives way.
            range.setMinWidth(USE_PREF_SIZE);
        }
        boolean narrow = editor.isNarrow();
        var line = narrow ? new HBox(editor.node()) : new VBox(editor.node());
        line.getStyleClass().add("option-value");
        if (!range.getText().isEmpty()) {
            line.getChildren().add(range);
        }
        return line;
    }

    Option<T> option() {
        return option;
    }

    /** Adds a sentence to the help. */
    void remark(String sentence) {
        remark = sentence;
        if (!wrong) {
            showNote(Optional.empty());
        }
    }

    /**
     * Shows the value in force. A person who is typing is not disturbed, and what is wrong stays
     * while nobody changes the value.
     *
     * @param level the link of the chain this row sets
     */
    void show(OptionChain chain, Origin level) {
        var next =
                new Shown<>(
                        level,
                        chain.of(level).get(option),
                        chain.resolve(option),
                        chain.with(level, Options.EMPTY).resolve(option).value());
        if (shown.equals(Optional.of(next))) {
            return;
        }
        boolean other = shown.filter(now -> now.level() == level).isEmpty();
        shown = Optional.of(next);
        showOrigin(next);
        if (other || !(typed && editor.focused())) {
            refresh();
        }
    }

    private void showOrigin(Shown<T> now) {
        boolean isSet = now.set().isPresent();
        var from = now.inForce().origin();
        boolean overruled = isSet && from != now.level();
        origin.setText(
                overruled ? words.holds(from, option, now.inForce().value()) : words.origin(from));
        var tip = words.originHelp(from, now.level());
        Tooltips.put(origin, tip);
        origin.pseudoClassStateChanged(SET, isSet && !overruled);
        origin.pseudoClassStateChanged(OVERRULED, from.compareTo(now.level()) < 0);
        reset.setVisible(isSet);
        reset.setManaged(isSet);
    }

    private void refresh() {
        shown.ifPresent(
                now -> {
                    var set = now.set();
                    var chain = now.inForce();
                    var below =
                            set.isPresent() && chain.origin() == now.level()
                                    ? now.inherited()
                                    : chain.value();
                    editor.show(
                            set.map(option::format).orElse(""),
                            set.isPresent(),
                            new OptionEditor.Inherited(
                                    option.format(below),
                                    words.value(option, below),
                                    below.equals(option.usual())));
                });
        typed = false;
        wrong(Optional.empty());
    }

    /** Hands on what was typed if it is right; tells whether the field is right now. */
    boolean settle() {
        return !typed && !wrong || commit();
    }

    boolean isWrong() {
        return wrong;
    }

    /** Puts the cursor where the person was. */
    void focus() {
        editor.control().requestFocus();
        Scrolling.show(this);
    }

    private boolean commit() {
        if (blank()) {
            finish(clearing());
            return true;
        }
        return switch (option.parse(editor.text())) {
            case Parsed.Valid<T>(T value) -> {
                finish(options -> options.with(option, value));
                yield true;
            }
            case Parsed.Invalid<T> _ -> {
                wrong(Optional.of(words.wrong(option, editor.text())));
                yield false;
            }
        };
    }

    private void finish(UnaryOperator<Options> how) {
        typed = false;
        change.apply(List.of(option), how);
        refresh();
    }

    /** A space can be a text of a list. */
    private boolean blank() {
        String text = editor.text();
        return option.kind() instanceof TextList ? text.isEmpty() : text.isBlank();
    }

    /** An emptied field means what is inherited, but nothing where that is a value of its own. */
    private UnaryOperator<Options> clearing() {
        boolean something =
                shown.filter(now -> !option.format(now.inherited()).isEmpty()).isPresent();
        return option.parse("")
                .toOptional()
                .filter(empty -> something && option.format(empty).isEmpty())
                .<UnaryOperator<Options>>map(empty -> options -> options.with(option, empty))
                .orElse(options -> options.without(option));
    }

    /** Forgets what was typed. */
    void discard() {
        if (typed || wrong) {
            refresh();
        }
    }

    private void reset() {
        editor.control().requestFocus();
        finish(options -> options.without(option));
    }

    private void restore(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && (typed || wrong)) {
            refresh();
            key.consume();
        }
    }

    private void wrong(Optional<String> rule) {
        wrong = rule.isPresent();
        pseudoClassStateChanged(WRONG, wrong);
        showNote(rule);
    }

    private void showNote(Optional<String> rule) {
        String withRemark = remark.isEmpty() ? help : help + " " + remark;
        String text = rule.orElse(withRemark);
        note.reserve(withRemark, words.wrong(option, ""));
        note.show(text);
        String range = words.range(option);
        editor.control().setAccessibleHelp(range.isEmpty() || wrong ? text : text + " " + range);
    }

    private final class Committing implements OptionEditor.Listener {
        @Override
        public void edited() {
            typed = true;
            if (wrong && (blank() || option.parse(editor.text()) instanceof Parsed.Valid<T>)) {
                wrong(Optional.empty());
            }
        }

        @Override
        public void left() {
            if (typed) {
                commit();
            }
        }

        @Override
        public void entered() {
            commit();
        }
    }
}
