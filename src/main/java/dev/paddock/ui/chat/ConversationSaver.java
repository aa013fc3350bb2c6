package dev.paddock.ui.chat;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationFiles.Taken;
import dev.paddock.chat.Exchange.Format;
import dev.paddock.chat.Exchange.Labels;
import dev.paddock.chat.Exchange.UnreadableException;
import dev.paddock.ui.common.ContextMenus;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.FileWords;
import dev.paddock.ui.words.Words;

import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Copies conversations, saves them in files and reads such files. For the FX thread. */
final class ConversationSaver {
    private static final String TOPIC = "chat.export";
    private static final int LONGEST_NAME = 60;

    private final Toolkit kit;
    private final Words words;
    private final ChatServices services;
    private final Runnable taken;
    private FileDialog dialog;

    /**
     * @param taken told when there are new conversations in the history
     */
    ConversationSaver(Toolkit kit, ChatServices services, Runnable taken) {
        this.kit = kit;
        this.words = kit.words();
        this.services = services;
        this.taken = taken;
        dialog = new SystemFileDialog(words);
    }

    /** Asks by other means than the system's dialog. */
    void askBy(FileDialog other) {
        dialog = other;
    }

    /** For the menu of a conversation. */
    List<MenuItem> items(Supplier<Optional<Conversation>> shown, Supplier<Window> owner) {
        return List.of(
                new SeparatorMenuItem(),
                item(
                        "chat.export.copyMarkdown",
                        () -> shown.get().ifPresent(it -> copy(it, Format.MARKDOWN))),
                item(
                        "chat.export.copyText",
                        () -> shown.get().ifPresent(it -> copy(it, Format.TEXT))),
                item("chat.export.save", () -> shown.get().ifPresent(it -> save(it, owner.get()))),
                item("chat.export.saveAll", () -> saveAll(owner.get())),
                item("chat.import.read", () -> read(owner.get())));
    }

    private MenuItem item(String key, Runnable action) {
        return ContextMenus.item(words.of(key), action);
    }

    private void copy(Conversation one, Format format) {
        services.files()
                .text(one.id(), format, labels())
                .whenComplete(
                        (text, why) ->
                                kit.ui()
                                        .execute(
                                                () -> {
                                                    if (why == null) {
                                                        SystemClipboard.put(text);
                                                    } else {
                                                        tell("chat.export.notCopied", "", why);
                                                    }
                                                }));
    }

    private void save(Conversation one, Window owner) {
        dialog.save(name(one.title()), owner)
                .ifPresent(
                        file ->
                                saved(
                                        file,
                                        services.files()
                                                .write(
                                                        List.of(one.id()),
                                                        file,
                                                        format(file),
                                                        labels())));
    }

    private void saveAll(Window owner) {
        dialog.save(words.of("chat.export.allName"), owner)
                .ifPresent(
                        file ->
                                saved(
                                        file,
                                        services.files().writeAll(file, format(file), labels())));
    }

    private void saved(Path file, CompletableFuture<Void> work) {
        work.whenComplete(
                (_, why) ->
                        kit.ui()
                                .execute(
                                        () -> {
                                            if (why == null) {
                                                say(
                                                        Severity.NEUTRAL,
                                                        words.of("chat.export.done", file));
                                            } else {
                                                tell("chat.export.failed", file.toString(), why);
                                            }
                                        }));
    }

    /** Reads a file that {@link Format#JSON} wrote. */
    void read(Window owner) {
        dialog.open(owner)
                .ifPresent(
                        file ->
                                services.files()
                                        .read(file)
                                        .whenComplete(
                                                (what, why) ->
                                                        kit.ui()
                                                                .execute(
                                                                        () ->
                                                                                wasRead(
                                                                                        file, what,
                                                                                        why))));
    }

    private void wasRead(Path file, Taken what, @Nullable Throwable why) {
        if (why != null) {
            tell("chat.import.failed", file.toString(), why);
            return;
        }
        if (what.taken() > 0) {
            taken.run();
        }
        var text = words.of("chat.import.done", what.taken(), what.known(), file);
        say(
                what.stopped().isEmpty() ? Severity.NEUTRAL : Severity.WARNING,
                what.stopped()
                        .map(reason -> text + " " + words.of("chat.import.rest." + reason))
                        .orElse(text));
    }

    private void tell(String key, String file, Throwable why) {
        LoggerFactory.getLogger(ConversationSaver.class).warn("{}", key, why);
        var cause =
                why instanceof CompletionException && why.getCause() != null ? why.getCause() : why;
        var reason =
                switch (cause) {
                    case UnreadableException it -> words.of("chat.import.reason." + it.reason());
                    case IOException it -> FileWords.of(it, words);
                    default -> new ChatFailureWords(words).of(cause);
                };
        kit.notices().show(Notice.lasting(TOPIC, Severity.WARNING, words.of(key, file, reason)));
    }

    private void say(Severity severity, String text) {
        kit.notices().show(Notice.passing(TOPIC, severity, text));
    }

    private static Format format(Path file) {
        var name = file.getFileName().toString();
        for (var format : Format.values()) {
            if (name.endsWith("." + format.ending())) {
                return format;
            }
        }
        return Format.MARKDOWN;
    }

    /** As a file's name may be on every system. */
    private static String name(String title) {
        var plain = title.replaceAll("[\\p{Cntrl}\\\\/:*?\"<>|]+", " ").strip();
        return plain.substring(
                0,
                plain.offsetByCodePoints(
                        0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length()))));
    }

    private Labels labels() {
        return new Labels(
                words.of("chat.export.title"),
                words.of("chat.export.person"),
                words.of("chat.export.model"),
                words.of("chat.export.system"),
                words.of("chat.export.tool"),
                words.of("chat.export.reasoning"),
                words.of("chat.export.file"));
    }
}
