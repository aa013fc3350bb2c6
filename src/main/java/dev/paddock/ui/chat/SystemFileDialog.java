package dev.paddock.ui.chat;

import dev.paddock.chat.Exchange.Format;
import dev.paddock.ui.words.Words;

import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own dialogs for files of conversations. */
final class SystemFileDialog implements FileDialog {
    private final Words words;

    SystemFileDialog(Words words) {
        this.words = words;
    }

    @Override
    public Optional<Path> save(String name, Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(words.of("chat.export.dialog"));
        chooser.setInitialFileName(name);
        Stream.of(Format.values()).map(this::filter).forEach(chooser.getExtensionFilters()::add);
        return Optional.ofNullable(chooser.showSaveDialog(owner))
                .map(File::toPath)
                .map(file -> ending(file, chooser.getSelectedExtensionFilter()));
    }

    @Override
    public Optional<Path> open(Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(words.of("chat.import.dialog"));
        chooser.getExtensionFilters().add(filter(Format.JSON));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    private ExtensionFilter filter(Format format) {
        return new ExtensionFilter(
                words.of("chat.export.format." + format), "*." + format.ending());
    }

    /** Not every system adds the ending that was chosen. */
    private static Path ending(Path file, ExtensionFilter chosen) {
        var name = file.getFileName().toString();
        boolean known = Stream.of(Format.values()).anyMatch(it -> name.endsWith("." + it.ending()));
        return known
                ? file
                : file.resolveSibling(name + chosen.getExtensions().getFirst().substring(1));
    }
}
