package dev.paddock.ui.common;

import dev.paddock.option.Catalogue;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Origin;
import dev.paddock.ui.words.OptionWords;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a catalogue: the basic ones in sight, all of them one click away, each to be found
 * by its names. For the FX thread.
 */
public final class OptionForm {
    private final Toolkit kit;
    private final Catalogue catalogue;
    private final OptionChange change;
    private final OptionUndo undo;
    private final OptionWords words;
    private final Parent node;
    private final Map<Option<?>, OptionRow<?>> rows = new LinkedHashMap<>();
    private OptionChain chain = OptionChain.EMPTY;
    private Origin level = Origin.APP;

    @FXML private TextField optionSearch;
    @FXML private ToggleButton allOptions;
    @FXML private VBox list;
    @FXML private Label noneFound;
    @FXML private Button resetAll;

    public OptionForm(Toolkit kit, Catalogue catalogue, OptionChange change) {
        this.kit = kit;
        this.catalogue = catalogue;
        this.change = change;
        undo = new OptionUndo(kit, change);
        words = new OptionWords(kit.words());
        node = kit.views().load("option-form", this);
        optionSearch.textProperty().subscribe((_, _) -> arrange());
        optionSearch.addEventFilter(KeyEvent.KEY_PRESSED, this::clearSearch);
        allOptions.selectedProperty().subscribe((_, _) -> arrange());
        arrange();
    }

    public Parent node() {
        return node;
    }

    /**
     * Shows the values in force.
     *
     * @param where the link of the chain that this form sets
     */
    public void show(OptionChain values, Origin where) {
        chain = values;
        level = where;
        rows.values().forEach(row -> row.show(chain, level));
        undo.shown(chain, level);
        resetAll.setDisable(resettable().isEmpty());
    }

    /** Adds a sentence to the help of one option. */
    public void remark(Option<?> option, String sentence) {
        row(option).remark(sentence);
    }

    /** Hands on what is typed and not handed on yet; tells whether all values are right. */
    public boolean settle() {
        boolean right = true;
        for (var row : List.copyOf(rows.values())) {
            right &= row.settle();
        }
        return right;
    }

    /** Puts the cursor into the first field that is wrong, and that field into sight. */
    public void focusWrong() {
        catalogue.options().stream()
                .filter(rows::containsKey)
                .map(rows::get)
                .filter(OptionRow::isWrong)
                .findFirst()
                .ifPresent(this::focus);
    }

    /**
     * Lets a start go on if all values are right; otherwise the first wrong one gets the focus.
     *
     * @param replaced get other values with the start: what is wrong in their fields is forgotten
     * @param reveal brings the form into sight
     * @param start runs on the FX thread, now or soon
     */
    public void settleThen(
            Collection<? extends Option<?>> replaced, Runnable reveal, Runnable start) {
        kit.ui()
                .execute(
                        () -> {
                            settle();
                            rows.values().stream()
                                    .filter(row -> replaced.contains(row.option()))
                                    .filter(OptionRow::isWrong)
                                    .forEach(OptionRow::discard);
                            if (settle()) {
                                start.run();
                            } else {
                                reveal.run();
                                focusWrong();
                            }
                        });
    }

    /** Hands on what is typed and right, and forgets what is wrong: nobody sees the form now. */
    public void finish() {
        settle();
        rows.values().forEach(OptionRow::discard);
        undo.forget();
    }

    /** Puts the cursor into the first field. */
    public void focusFirst() {
        shown().stream().findFirst().ifPresent(option -> row(option).focus());
    }

    private void focus(OptionRow<?> row) {
        if (!shown().contains(row.option())) {
            optionSearch.clear();
            allOptions.setSelected(true);
        }
        row.focus();
    }

    @FXML
    private void resetAll() {
        var own = resettable();
        own.stream().map(this::row).forEach(OptionRow::discard);
        undo.change(
                own,
                options -> options.only(option -> !own.contains(option)),
                Optional.of(kit.words().of("options.resetAll.done", own.size())));
        optionSearch.requestFocus();
    }

    /** What is set here; of a search, what it has found alone. */
    private List<? extends Option<?>> resettable() {
        var reach = searching() ? shown() : catalogue.options();
        return reach.stream().filter(chain.of(level)::has).toList();
    }

    private boolean searching() {
        return !optionSearch.getText().isBlank();
    }

    private void clearSearch(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE && !optionSearch.getText().isEmpty()) {
            optionSearch.clear();
            key.consume();
        }
    }

    /** Rows are made when they are first wanted. */
    private OptionRow<?> row(Option<?> option) {
        return rows.computeIfAbsent(option, this::create);
    }

    private OptionRow<?> create(Option<?> option) {
        var row = new OptionRow<>(kit, option, change);
        row.show(chain, level);
        return row;
    }

    private List<? extends Option<?>> shown() {
        String wanted = optionSearch.getText().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return catalogue.options().stream()
                    .filter(each -> allOptions.isSelected() || each.level() == Option.Level.BASIC)
                    .toList();
        }
        return catalogue.options().stream().filter(each -> found(each, wanted)).toList();
    }

    private boolean found(Option<?> option, String wanted) {
        var names = new ArrayList<String>(option.spelling().flags());
        option.field().ifPresent(names::add);
        names.addAll(List.of(option.key(), words.label(option), words.help(option)));
        String text = String.join("\n", names).toLowerCase(Locale.ROOT);
        return List.of(wanted.split("\\s+")).stream().allMatch(text::contains);
    }

    private void arrange() {
        var parts = new ArrayList<Node>();
        Optional<Option.Group> group = Optional.empty();
        boolean titled = allOptions.isSelected() || searching();
        for (var option : shown()) {
            if (titled && !group.equals(Optional.of(option.group()))) {
                group = Optional.of(option.group());
                var title = new Label(words.group(option.group()));
                title.getStyleClass().add("section-title");
                parts.add(title);
            }
            parts.add(row(option));
        }
        list.getChildren().setAll(parts);
        boolean none = parts.isEmpty();
        noneFound.setText(kit.words().of("options.noneFound", optionSearch.getText().strip()));
        noneFound.setVisible(none);
        noneFound.setManaged(none);
        resetAll.setText(kit.words().of(searching() ? "options.resetFound" : "options.resetAll"));
        resetAll.setDisable(resettable().isEmpty());
    }
}
