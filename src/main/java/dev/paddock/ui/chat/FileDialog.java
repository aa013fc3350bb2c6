package dev.paddock.ui.chat;

import javafx.stage.Window;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for a file. Empty when they want none after all. */
interface FileDialog {
    /**
     * @param name suggested, without an ending
     * @return with an ending
     */
    Optional<Path> save(String name, Window owner);

    Optional<Path> open(Window owner);
}
