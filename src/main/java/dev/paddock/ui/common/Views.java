package dev.paddock.ui.common;

import dev.paddock.ui.words.Words;

import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Loads FXML from {@code /fxml}; controllers are made by hand and handed in. */
public final class Views {
    private final Words words;

    public Views(Words words) {
        this.words = words;
    }

    /**
     * Loads {@code /fxml/name.fxml} and connects it with {@code controller}, whose class must be
     * the one {@code fx:controller} names.
     */
    public Parent load(String name, Object controller) {
        var source = Objects.requireNonNull(Views.class.getResource("/fxml/" + name + ".fxml"));
        var loader = new FXMLLoader(source, words.bundle());
        loader.setControllerFactory(
                type -> {
                    if (type.isInstance(controller)) {
                        return controller;
                    }
                    throw new IllegalStateException(name + ".fxml names " + type);
                });
        try {
            return loader.load();
        } catch (IOException broken) {
            throw new UncheckedIOException(name + ".fxml", broken);
        }
    }
}
