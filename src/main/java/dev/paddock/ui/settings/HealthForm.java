package dev.paddock.ui.settings;

import dev.paddock.engine.HealthPolicy;
import dev.paddock.settings.Preferences;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.util.StringConverter;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is done for a running engine unasked. */
final class HealthForm {
    private static final List<Optional<Duration>> CHOICES =
            List.of(
                    Optional.empty(),
                    Optional.of(Duration.ofMinutes(1)),
                    Optional.of(Duration.ofMinutes(5)),
                    Optional.of(Duration.ofMinutes(15)));

    private final Toolkit kit;
    private final Preferences preferences;
    private final Parent node;
    private boolean filling;

    @FXML private CheckBox restartStuck;
    @FXML private CheckBox afterStart;
    @FXML private Label everyName;
    @FXML private ComboBox<Optional<Duration>> every;

    HealthForm(Toolkit kit, Preferences preferences) {
        this.kit = kit;
        this.preferences = preferences;
        node = kit.views().load("health-form", this);
        everyName.setLabelFor(every);
        every.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Optional<Duration> choice) {
                        return choice == null ? "" : text(choice);
                    }

                    @Override
                    public Optional<Duration> fromString(String text) {
                        throw new UnsupportedOperationException(text);
                    }
                });
        every.getItems().setAll(CHOICES);
        every.valueProperty().subscribe(this::edited);
        kit.watch(preferences.settings(), settings -> show(settings.health()));
    }

    Parent node() {
        return node;
    }

    @FXML
    private void edited() {
        if (!filling) {
            var health =
                    new HealthPolicy(
                            restartStuck.isSelected(), afterStart.isSelected(), every.getValue());
            preferences.change(settings -> settings.withHealth(health));
        }
    }

    private void show(HealthPolicy health) {
        filling = true;
        restartStuck.setSelected(health.restartUnresponsive());
        afterStart.setSelected(health.checkAfterStart());
        if (!every.getItems().contains(health.checkEvery())) {
            // From a file that was edited by hand.
            every.getItems().add(health.checkEvery());
        }
        every.setValue(health.checkEvery());
        filling = false;
    }

    private String text(Optional<Duration> choice) {
        var words = kit.words();
        return choice.map(Duration::toMinutes)
                .map(minutes -> words.of("settings.health.every.minutes", minutes))
                .orElseGet(() -> words.of("settings.health.every.never"));
    }
}
