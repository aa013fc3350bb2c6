package dev.paddock.ui.settings;

import dev.paddock.settings.Preferences;
import dev.paddock.settings.Settings;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Language;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

/** The language of the window; nothing to choose, and nothing to see, while there is only one. */
final class LanguageForm {
    private final Toolkit kit;
    private final Preferences preferences;
    private final Parent node;
    private boolean filling;

    @FXML private Label title;
    @FXML private ComboBox<Language> language;
    @FXML private Label next;

    LanguageForm(Toolkit kit, Preferences preferences) {
        this.kit = kit;
        this.preferences = preferences;
        node = kit.views().load("language-form", this);
        title.setLabelFor(language);
        language.setConverter(new Names());
        language.getItems().setAll(kit.words().languages().all());
        language.valueProperty().subscribe((_, now) -> chosen(now));
        show(node, language.getItems().size() > 1);
        kit.watch(preferences.settings(), this::show);
    }

    Parent node() {
        return node;
    }

    private void chosen(Language now) {
        if (!filling) {
            preferences.change(settings -> settings.withLanguage(now.tag()));
        }
    }

    private void show(Settings settings) {
        var chosen = kit.words().languages().chosen(settings.language());
        filling = true;
        language.setValue(chosen);
        filling = false;
        next.setText(kit.words().of("settings.language.next", chosen.ownName()));
        show(next, !chosen.equals(kit.words().language()));
    }

    private static void show(Node part, boolean visible) {
        part.setVisible(visible);
        part.setManaged(visible);
    }

    private static final class Names extends StringConverter<Language> {
        @Override
        public String toString(Language one) {
            return one == null ? "" : one.ownName();
        }

        @Override
        public Language fromString(String text) {
            throw new UnsupportedOperationException(text);
        }
    }
}
