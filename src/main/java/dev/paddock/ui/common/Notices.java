package dev.paddock.ui.common;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** All that a person should know at the moment, oldest first. For the FX thread. */
public final class Notices {
    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    /** One for all: a view that nobody keeps is collected, and tells its listeners nothing more. */
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(shown);

    public ObservableList<Notice> shown() {
        return view;
    }

    /** Adds it below the others, or puts it in the place of an earlier one of its topic. */
    public void show(Notice notice) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).topic().equals(notice.topic())) {
                shown.set(i, notice);
                return;
            }
        }
        shown.add(notice);
    }

    /** Takes back what was told of {@code topic}, if it still shows. */
    public void withdraw(String topic) {
        shown.removeIf(notice -> notice.topic().equals(topic));
    }

    /** A person has seen it. */
    public void dismiss(Notice notice) {
        shown.remove(notice);
    }

    /**
     * Does what its button says; where it goes, it goes first, so that what is done can tell of the
     * same topic.
     */
    public void act(Notice notice, Notice.Action action) {
        if (!action.stays()) {
            dismiss(notice);
        }
        action.run().run();
    }
}
