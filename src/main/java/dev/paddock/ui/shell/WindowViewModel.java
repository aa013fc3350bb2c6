package dev.paddock.ui.shell;

import dev.paddock.settings.Preferences;
import dev.paddock.settings.WindowPlace;
import dev.paddock.settings.Zoom;

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
    private final BooleanProperty sidebar = new SimpleBooleanProperty(this, "sidebar");
    private final BooleanProperty inspector = new SimpleBooleanProperty(this, "inspector");
    private final BooleanProperty cramped = new SimpleBooleanProperty(this, "cramped");
    private final BooleanProperty narrow = new SimpleBooleanProperty(this, "narrow");
    private boolean low;
    private boolean logGaveWay;

    private final IntegerProperty tab = new SimpleIntegerProperty(this, "tab");
    private final ObjectProperty<Optional<Parent>> card =
            new SimpleObjectProperty<>(this, "card", Optional.empty());

    public WindowViewModel(Preferences preferences) {
        this.preferences = preferences;
        log.set(place().log());
        sidebar.set(place().sidebar());
        inspector.set(place().inspector());
        log.subscribe((_, open) -> logChanged(open));
        sidebar.subscribe((_, open) -> sidebarChanged(open));
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

    /**
     * Whether the conversations have no room beside the chat; as with the inspector in {@link
     * #fit}.
     */
    void fitSidebar(boolean tight) {
        if (tight != cramped.get()) {
            cramped.set(tight);
            sidebar.set(!tight && place().sidebar());
        }
    }

    /**
     * Whether the log has no room below what lies over the chat: then one closes the other, until
     * that is closed itself, and none of it is kept for next time.
     */
    void fitLog(boolean tight) {
        if (tight != low) {
            if (tight && log.get()) {
                closeFloating();
            }
            low = tight;
            logGaveWay = false;
            log.set(tight ? log.get() : place().log());
        }
    }

    /** Closes what lies over the chat; whether there was anything. */
    boolean closeFloating() {
        boolean inspects = narrow.get() && inspector.get();
        boolean lists = cramped.get() && sidebar.get();
        if (lists) {
            sidebar.set(false);
        }
        if (inspects) {
            inspector.set(false);
        }
        return inspects || lists;
    }

    /** Whether this card is the one that lies over the window. */
    public boolean shows(Parent one) {
        return card.get().filter(one::equals).isPresent();
    }

    /** Opens the conversations on the left before {@code then} is done. */
    public Runnable inSidebar(Runnable then) {
        return () -> {
            sidebar.set(true);
            then.run();
        };
    }

    /** Draws everything larger or smaller, from now on. */
    void zoom(UnaryOperator<Zoom> change) {
        preferences.change(settings -> settings.withZoom(change.apply(settings.zoom())));
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

    BooleanProperty sidebar() {
        return sidebar;
    }

    /** Whether the sidebar lies over the chat. */
    BooleanProperty cramped() {
        return cramped;
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

    private void logChanged(boolean open) {
        if (low && open) {
            closeFloating();
        } else if (!low && open != place().log()) {
            keep(now -> now.withOpen(parts -> parts.withLog(open)));
        }
    }

    private void sidebarChanged(boolean open) {
        if (!cramped.get() && open != place().sidebar()) {
            keep(now -> now.withOpen(parts -> parts.withSidebar(open)));
        }
        if (open && cramped.get()) {
            inspector.set(false);
            makeRoom();
        }
        if (!open) {
            giveBackRoom();
        }
    }

    private void inspectorChanged(boolean open) {
        if (!narrow.get() && open != place().inspector()) {
            keep(now -> now.withOpen(parts -> parts.withInspector(open)));
        }
        if (open && cramped.get()) {
            sidebar.set(false);
        }
        if (open && narrow.get()) {
            makeRoom();
        }
        if (!open) {
            giveBackRoom();
        }
    }

    /** For what opens over the chat. */
    private void makeRoom() {
        if (low && log.get()) {
            logGaveWay = true;
            log.set(false);
        }
    }

    private void giveBackRoom() {
        boolean taken = narrow.get() && inspector.get() || cramped.get() && sidebar.get();
        if (low && logGaveWay && !taken) {
            logGaveWay = false;
            log.set(true);
        }
    }
}
