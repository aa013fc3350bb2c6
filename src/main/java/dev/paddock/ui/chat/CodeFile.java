package dev.paddock.ui.chat;

import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Toolkit;

import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.slf4j.LoggerFactory;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Saves code of an answer in a file. For the FX thread; the disk has another. */
final class CodeFile {
    private static final String TOPIC = "chat.saveCode";

    private final Toolkit kit;
    private final Executor background;
    private Dialog dialog;

    /** Where to, if anywhere. */
    @FunctionalInterface
    interface Dialog {
        Optional<Path> ask(String name, Window owner);
    }

    CodeFile(Toolkit kit, Executor background) {
        this.kit = kit;
        this.background = background;
        dialog = this::systemDialog;
    }

    /** Asks by other means than the system's dialog. */
    void askBy(Dialog other) {
        dialog = other;
    }

    /**
     * @param name suggested, with the ending of its language
     */
    void save(String name, String code, Window owner) {
        dialog.ask(name, owner).ifPresent(path -> background.execute(() -> write(path, code)));
    }

    private void write(Path path, String code) {
        try {
            Files.writeString(path, code.endsWith("\n") ? code : code + "\n");
            kit.ui().execute(() -> kit.notices().withdraw(TOPIC));
        } catch (IOException refused) {
            LoggerFactory.getLogger(CodeFile.class).warn("Code was not saved", refused);
            String text = kit.words().of("chat.saveCode.failed", path);
            kit.ui()
                    .execute(
                            () ->
                                    kit.notices()
                                            .show(Notice.lasting(TOPIC, Severity.WARNING, text)));
        }
    }

    private Optional<Path> systemDialog(String name, Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(kit.words().of("chat.saveCode"));
        chooser.setInitialFileName(name);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }
}
