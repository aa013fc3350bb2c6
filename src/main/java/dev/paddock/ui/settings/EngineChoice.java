package dev.paddock.ui.settings;

import dev.paddock.engine.EngineLocation;
import dev.paddock.engine.Failure;
import dev.paddock.settings.Preferences;
import dev.paddock.signal.Observable;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.FailureWords;

import javafx.scene.control.Label;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes the engine that a person points at, if it is one. If it is none, the reason is told and the
 * engine in use stays. For the FX thread.
 */
final class EngineChoice {
    private static final String REFUSED = "settings.engine.refused";

    private final Toolkit kit;
    private final Preferences preferences;
    private final Observable<EngineLocation> present;
    private final EngineCheck engines;
    private final Label said;
    private Optional<Path> asked = Optional.empty();

    /**
     * @param said tells of it while it is in sight
     */
    EngineChoice(
            Toolkit kit,
            Preferences preferences,
            Observable<EngineLocation> present,
            EngineCheck engines,
            Label said) {
        this.kit = kit;
        this.preferences = preferences;
        this.present = present;
        this.engines = engines;
        this.said = said;
        forget();
    }

    void use(Path place) {
        forget();
        asked = Optional.of(place);
        show("note", kit.words().of("settings.engine.checking", place));
        engines.ask(place, why -> kit.ui().execute(() -> answered(place, why)));
    }

    /** Nothing is said any more; an answer that comes later still counts. */
    void forget() {
        show("note", "");
        kit.notices().withdraw(REFUSED);
    }

    private void answered(Path place, Optional<Failure> why) {
        if (!asked.equals(Optional.of(place))) {
            return;
        }
        asked = Optional.empty();
        forget();
        why.ifPresentOrElse(
                this::refuse,
                () -> preferences.change(settings -> settings.withEngine(Optional.of(place))));
    }

    private void refuse(Failure why) {
        var words = kit.words();
        var kept =
                present.value()
                        .program()
                        .map(engine -> words.of("settings.engine.kept", engine))
                        .orElse("");
        var text = (new FailureWords(words).of(why).cause() + " " + kept).strip();
        if (said.getScene() == null) {
            kit.notices().show(Notice.lasting(REFUSED, Severity.WARNING, text));
        } else {
            show("missing", text);
        }
    }

    private void show(String styleClass, String text) {
        said.getStyleClass().setAll("label", styleClass);
        said.setText(text);
        said.setVisible(!text.isEmpty());
        said.setManaged(!text.isEmpty());
    }
}
