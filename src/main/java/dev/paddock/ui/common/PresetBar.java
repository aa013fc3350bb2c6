package dev.paddock.ui.common;

import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.option.Preset;
import dev.paddock.option.SamplingOptions;
import dev.paddock.ui.words.OptionWords;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Values that go together, to be chosen at once; a person can keep their own. */
final class PresetBar {
    private static final int LONGEST_NAME = 40;

    private final Toolkit kit;
    private final OptionWords words;
    private final OptionUndo undo;
    private final Consumer<List<Preset.Named>> keep;
    private final Parent node;
    private OptionChain chain = OptionChain.EMPTY;
    private Origin level = Origin.APP;
    private List<Preset.Named> own = List.of();
    private boolean filling;

    @FXML private Field presetField;
    @FXML private ComboBox<Preset> preset;
    @FXML private Button savePreset;
    @FXML private Button deletePreset;
    @FXML private Node naming;
    @FXML private Field nameField;
    @FXML private TextField presetName;

    /**
     * @param keep takes all of a person's own presets
     */
    PresetBar(Toolkit kit, OptionChange change, Consumer<List<Preset.Named>> keep) {
        this.kit = kit;
        undo = new OptionUndo(kit, change);
        this.keep = keep;
        words = new OptionWords(kit.words());
        node = kit.views().load("preset-bar", this);
        preset.setConverter(new Names());
        preset.valueProperty().subscribe((_, now) -> chosen(now));
        Tooltips.put(savePreset, kit.words().of("options.preset.save.tip"));
        Tooltips.put(deletePreset, kit.words().of("options.preset.delete"));
        presetName.addEventFilter(KeyEvent.KEY_PRESSED, this::giveUp);
        nameField.reserve(kit.words().of("options.preset.name.rule", LONGEST_NAME));
        preset.setCellFactory(_ -> new MarkedCell());
        show(naming, false);
    }

    Parent node() {
        return node;
    }

    /** Nobody sees the values now. */
    void finish() {
        undo.forget();
    }

    /**
     * Shows which of them holds.
     *
     * @param where the link of the chain that a preset sets
     */
    void show(List<Preset.Named> presets, OptionChain values, Origin where) {
        own = presets;
        chain = values;
        level = where;
        undo.shown(chain, level);
        filling = true;
        var all =
                Stream.of(own, List.of(Preset.Standard.values()), List.of(Preset.Unset.UNSET))
                        .<Preset>flatMap(List::stream)
                        .toList();
        if (!preset.getItems().equals(all)) {
            preset.getItems().setAll(all);
        }
        var now = all.stream().filter(this::holds).findFirst();
        preset.setValue(now.orElse(null));
        show(deletePreset, now.filter(Preset.Named.class::isInstance).isPresent());
        filling = false;
    }

    /** Its values are in force, and no other is set here. */
    private boolean holds(Preset one) {
        var values = one.options();
        return values.set().containsAll(setHere())
                && values.set().stream()
                        .allMatch(
                                option ->
                                        values.value(option).equals(chain.resolve(option).value()));
    }

    private List<Option<?>> setHere() {
        return chain.of(level).set().stream().filter(SamplingOptions.CATALOGUE::contains).toList();
    }

    /** A preset stands for all the options of answers: none of another stays behind. */
    private void chosen(Preset one) {
        if (filling || one == null) {
            return;
        }
        var gone = setHere();
        var which = Stream.concat(gone.stream(), one.options().set().stream()).distinct().toList();
        undo.change(
                which,
                all -> one.options().over(all.only(option -> !gone.contains(option))),
                gone.stream().anyMatch(option -> !one.options().has(option))
                        ? Optional.of(kit.words().of("options.preset.replaced"))
                        : Optional.empty());
    }

    @FXML
    private void startNaming() {
        presetName.clear();
        nameField.wrong(Optional.empty());
        show(naming, true);
        presetName.requestFocus();
    }

    @FXML
    private void save() {
        String name = presetName.getText().strip();
        var rule = wrong(name);
        nameField.wrong(rule);
        if (rule.isPresent()) {
            presetName.requestFocus();
            return;
        }
        var all = new ArrayList<>(without(name));
        all.addFirst(new Preset.Named(name, worthKeeping()));
        show(naming, false);
        preset.requestFocus();
        keep.accept(List.copyOf(all));
    }

    private Optional<String> wrong(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return Optional.of(kit.words().of("options.preset.name.rule", LONGEST_NAME));
        }
        return Arrays.stream(Preset.Standard.values())
                .map(words::preset)
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .map(taken -> kit.words().of("options.preset.name.taken", taken));
    }

    /** The basic options as they are, so that a preset means the same later, and what is set. */
    private Options worthKeeping() {
        var kept = chain.inForce().only(SamplingOptions.CATALOGUE::contains);
        for (var option : SamplingOptions.CATALOGUE.options()) {
            if (option.level() == Option.Level.BASIC) {
                kept = withInForce(kept, option);
            }
        }
        return kept;
    }

    private <T> Options withInForce(Options options, Option<T> option) {
        return options.with(option, chain.resolve(option).value());
    }

    @FXML
    private void delete() {
        if (preset.getValue() instanceof Preset.Named(var name, _)) {
            preset.requestFocus();
            keep.accept(without(name));
        }
    }

    private List<Preset.Named> without(String name) {
        return own.stream().filter(each -> !each.name().equals(name)).toList();
    }

    private void giveUp(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            show(naming, false);
            savePreset.requestFocus();
            key.consume();
        }
    }

    private static void show(Node part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    /** With a mark on the one that holds. */
    private final class MarkedCell extends ListCell<Preset> {
        @Override
        protected void updateItem(Preset one, boolean empty) {
            super.updateItem(one, empty);
            setText(empty ? null : preset.getConverter().toString(one));
            var mark = new FontIcon(Feather.CHECK);
            mark.setVisible(!empty && one.equals(preset.getValue()));
            setGraphic(empty ? null : mark);
        }
    }

    private final class Names extends StringConverter<Preset> {
        @Override
        public String toString(Preset one) {
            return switch (one) {
                case null -> "";
                case Preset.Standard standard -> words.preset(standard);
                case Preset.Named(var name, _) -> name;
                case Preset.Unset _ -> kit.words().of("options.preset.none");
            };
        }

        @Override
        public Preset fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }
}
