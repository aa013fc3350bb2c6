package dev.paddock.ui.shell;

import dev.paddock.settings.Preferences;
import dev.paddock.settings.WindowPlace;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What of the window is open; features reach the window through this alone. For the FX thread. What
 * a person opens or closes is kept in the settings.
 */
public final class WindowViewModel {
    private final Preferences preferences;
    private final BooleanProperty log = new SimpleBooleanProperty(this, "log");
    private final BooleanProperty inspector = new SimpleBooleanProperty(this, "inspector");
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private final IntegerProperty tab = new SimpleIntegerProperty(this, "tab");
    private final ObjectProperty<Optional<Parent>> card =
            new SimpleObjectProperty<>(this, "card", Optional.empty());

    public WindowViewModel(Preferences preferences) {
        this.preferences = preferences;
        log.set(place().log());
        inspector.set(place().inspector());
        log.subscribe((_, open) -> keep(now -> now.withOpen(parts -> parts.withLog(open))));
        inspector.subscribe((_, open) -> inspectorChanged(open));
    }

    public void openLog() {
        log.set(true);
    }

    public void toggleLog() {
        log.set(!log.get());
    }

    /** Opens the inspector at the tab with this index, from 0. */
    public void openTab(int index) {
        tab.set(index);
        inspector.set(true);
    }

    public void showCard(Parent shown) {
        card.set(Optional.of(shown));
    }

    public void hideCard() {
        card.set(Optional.empty());
    }

    /**
     * Whether the inspector has no room beside the chat. It closes then; opened again it lies over
     * the chat, and that is not kept for next time.
     */
    void fit(boolean tight) {
        if (tight != narrow.get()) {
            narrow.set(tight);
            inspector.set(!tight && place().inspector());
        }
    }

    /** The place kept from last time. */
    public WindowPlace place() {
        return preferences.settings().value().window();
    }

    void keep(UnaryOperator<WindowPlace> change) {
        preferences.change(settings -> settings.withWindow(change.apply(settings.window())));
    }

    BooleanProperty log() {
        return log;
    }

    BooleanProperty inspector() {
        return inspector;
    }

    IntegerProperty tab() {
        return tab;
    }

    ObjectProperty<Optional<Parent>> card() {
        return card;
    }

    BooleanProperty narrow() {
        return narrow;
    }

    private void inspectorChanged(boolean open) {
        if (!narrow.get() && open != place().inspector()) {
            keep(now -> now.withOpen(parts -> parts.withInspector(open)));
        }
    }
}
