package dev.paddock.ui.models;

import dev.paddock.model.ModelLibrary;
import dev.paddock.model.ModelName;
import dev.paddock.model.ModelProblem;
import dev.paddock.ui.common.ModelLabel;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The models used lately, each a button. */
final class RecentList extends VBox {
    private static final double GAP = 8;
    private static final PseudoClass UNUSABLE = PseudoClass.getPseudoClass("unusable");

    private final Toolkit kit;
    private final ModelChooserViewModel chooser;
    private final Consumer<Path> onChosen;
    private final int most;
    private List<ModelLibrary.Entry> shown = List.of();
    private final ReadOnlyBooleanWrapper filled = new ReadOnlyBooleanWrapper(this, "filled");

    RecentList(Toolkit kit, ModelChooserViewModel chooser, int most, Consumer<Path> onChosen) {
        this.kit = kit;
        this.chooser = chooser;
        this.most = most;
        this.onChosen = onChosen;
        getStyleClass().add("recent-list");
        addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        kit.watch(chooser.recent(), _ -> show());
        kit.watch(chooser.choice(), _ -> show());
    }

    /** Whether it has something to show. */
    ReadOnlyBooleanProperty filledProperty() {
        return filled.getReadOnlyProperty();
    }

    private void show() {
        var models = chooser.others();
        filled.set(!models.isEmpty());
        var next = models.stream().limit(most).toList();
        if (next.equals(shown)) {
            return;
        }
        int focused = focusedRow();
        var path = focused < 0 ? Optional.<Path>empty() : Optional.of(path(shown.get(focused)));
        shown = next;
        getChildren().setAll(next.stream().map(this::row).toList());
        path.ifPresent(
                at ->
                        next.stream()
                                .filter(model -> path(model).equals(at))
                                .findFirst()
                                .ifPresent(model -> use(next.indexOf(model)).requestFocus()));
    }

    /** Up and Down go from model to model, never to what takes one out of the list. */
    void walk(KeyEvent key) {
        int step =
                switch (key.getCode()) {
                    case UP -> -1;
                    case DOWN -> 1;
                    default -> 0;
                };
        if (step == 0) {
            return;
        }
        int from = focusedRow();
        int at = from < 0 && step < 0 ? shown.size() : from;
        do {
            at += step;
        } while (at >= 0 && at < shown.size() && use(at).isDisabled());
        if (at >= 0 && at < shown.size()) {
            use(at).requestFocus();
            key.consume();
        }
    }

    private int focusedRow() {
        var rows = getChildren();
        return rows.indexOf(rows.stream().filter(Node::isFocusWithin).findFirst().orElse(null));
    }

    private Node use(int index) {
        return ((HBox) getChildren().get(index)).getChildren().getFirst();
    }

    private static Path path(ModelLibrary.Entry model) {
        return switch (model) {
            case ModelLibrary.Reading(var path) -> path;
            case ModelLibrary.Readable(var file) -> file.path();
            case ModelLibrary.Broken(_, var path) -> path;
        };
    }

    private Node row(ModelLibrary.Entry model) {
        var words = kit.words();
        return switch (model) {
            case ModelLibrary.Reading(var path) ->
                    row(path, fileName(path), List.of(words.of("models.recent.reading")), true);
            case ModelLibrary.Readable(var file) ->
                    row(file.path(), file.name(), ModelFacts.columns(kit.words(), file), true);
            case ModelLibrary.Broken(ModelProblem.Missing _, var path) ->
                    row(path, fileName(path), List.of(words.of("models.recent.missing")), false);
            case ModelLibrary.Broken(_, var path) ->
                    row(path, fileName(path), List.of(words.of("models.recent.unusable")), false);
        };
    }

    private Node row(Path path, String title, List<String> facts, boolean usable) {
        var name = new ModelLabel();
        name.setName(title);
        name.getStyleClass().add("recent-name");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var line = new HBox(GAP, name);
        facts.stream().map(fact -> fact(fact, facts.size() > 1)).forEach(line.getChildren()::add);
        var place = new Label(path.toString());
        place.getStyleClass().add("recent-path");
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        place.setMinWidth(0);
        var use = new Button("", new VBox(line, place));
        use.getStyleClass().add("recent-model");
        use.setMaxWidth(Double.MAX_VALUE);
        use.setMinWidth(0);
        use.setOnAction(_ -> onChosen.accept(path));
        use.setDisable(!usable);
        Tooltips.put(use, path.toString());
        use.setAccessibleText(
                facts.stream()
                        .filter(fact -> !fact.isEmpty())
                        .collect(Collectors.joining(", ", title + ", ", "")));
        HBox.setHgrow(use, Priority.ALWAYS);
        var remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().addAll("icon-button", "small");
        remove.setOnAction(_ -> chooser.forget(path));
        Tooltips.put(remove, kit.words().of("models.recent.remove", title));
        var row = new HBox(use, remove);
        row.getStyleClass().add("recent-row");
        row.pseudoClassStateChanged(UNUSABLE, !usable);
        return row;
    }

    /** Of several, each has its column. */
    private static Label fact(String text, boolean column) {
        var fact = new Label(text);
        fact.getStyleClass().add("recent-facts");
        fact.setMinWidth(USE_PREF_SIZE);
        if (column) {
            fact.getStyleClass().add("recent-column");
        }
        return fact;
    }

    private static String fileName(Path path) {
        return ModelName.of(path);
    }
}
