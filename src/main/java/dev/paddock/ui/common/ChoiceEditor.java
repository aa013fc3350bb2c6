package dev.paddock.ui.common;

import dev.paddock.option.Choice;
import dev.paddock.option.Option;
import dev.paddock.ui.words.OptionWords;
import dev.paddock.ui.words.Words;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

import java.util.ArrayList;
import java.util.List;

/** One of a few, or what is inherited. */
final class ChoiceEditor implements OptionEditor {
    private final ComboBox<Entry> box = new ComboBox<>();
    private final List<Entry> choices = new ArrayList<>();
    private final Words words;
    private boolean filling;

    /**
     * @param spelling empty for what is inherited
     * @param shown in words
     */
    private record Entry(String spelling, String shown) {}

    ChoiceEditor(Option<?> option, Choice<?> kind, Words words, Listener listener) {
        this.words = words;
        var names = new OptionWords(words);
        for (Choice.Spelled each : kind.values()) {
            choices.add(new Entry(each.spelling(), names.choice(option, each.spelling())));
        }
        box.setId(option.key());
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Entry entry) {
                        return entry == null ? "" : entry.shown();
                    }

                    @Override
                    public Entry fromString(String text) {
                        throw new UnsupportedOperationException(text);
                    }
                });
        box.valueProperty()
                .subscribe(
                        (_, _) -> {
                            if (!filling) {
                                listener.edited();
                                listener.left();
                            }
                        });
    }

    @Override
    public ComboBox<?> node() {
        return box;
    }

    @Override
    public boolean isNarrow() {
        return false;
    }

    @Override
    public ComboBox<?> control() {
        return box;
    }

    @Override
    public String text() {
        return box.getValue() == null ? "" : box.getValue().spelling();
    }

    /** A choice is made in one step: there is nothing half done to spare. */
    @Override
    public boolean focused() {
        return false;
    }

    @Override
    public void show(String set, boolean isSet, Inherited inherited) {
        filling = true;
        String key = inherited.standard() ? "options.default" : "options.inherited";
        var entries = new ArrayList<Entry>();
        entries.add(new Entry("", words.of(key, inherited.shown())));
        entries.addAll(choices);
        if (!box.getItems().equals(entries)) {
            box.getItems().setAll(entries);
        }
        box.setValue(
                entries.stream().filter(each -> each.spelling().equals(set)).findFirst().get());
        filling = false;
    }
}
