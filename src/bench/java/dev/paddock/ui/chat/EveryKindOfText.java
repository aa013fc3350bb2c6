package dev.paddock.ui.chat;

import dev.paddock.chat.Activity;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.SearchHits.Excerpt;
import dev.paddock.ui.common.AskCard;
import dev.paddock.ui.common.GrowingArea;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.shell.NoticeList;
import dev.paddock.ui.transcript.RowActions;
import dev.paddock.ui.transcript.Transcript;
import dev.paddock.ui.transcript.TranscriptView;
import dev.paddock.ui.words.Words;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The same text in every place of the window that shows text. For the FX thread. */
public final class EveryKindOfText {
    private static final double HEIGHT = 30_000;
    private static final double CONTROLS_HEIGHT = 3_000;

    private final Toolkit kit = Toolkit.create(new Words());
    private final Transcript transcript = new Transcript();
    private final VBox controls = new VBox();
    private final Label wrapped = new Label();
    private final Label cut = new Label();
    private final Label tip = new Label();
    private final CheckBox box = new CheckBox();
    private final TextField field = new TextField();
    private final GrowingArea composer = new GrowingArea();
    private final ListView<SidebarEntry> titles = new ListView<>();
    private final VBox root;

    public EveryKindOfText() {
        var actions =
                (RowActions)
                        Proxy.newProxyInstance(
                                RowActions.class.getClassLoader(),
                                new Class<?>[] {RowActions.class},
                                (_, method, _) ->
                                        method.getName().equals("busy")
                                                ? new ReadOnlyBooleanWrapper()
                                                : null);
        var view = new TranscriptView(transcript, kit.words(), actions, Runnable::run);
        view.setMinHeight(HEIGHT);
        for (Label label : List.of(wrapped, tip)) {
            label.setWrapText(true);
        }
        tip.getStyleClass().add("tooltip");
        box.setWrapText(true);
        composer.setWrapText(true);
        HBox.setHgrow(composer, Priority.ALWAYS);
        var holder = new HBox(composer);
        holder.getStyleClass().add("composer-box");
        titles.getStyleClass().add("conversations");
        titles.setFixedCellSize(34);
        titles.setPrefHeight(80);
        titles.setCellFactory(_ -> new ConversationCell(kit.words(), new NoRenaming()));
        root = new VBox(new NoticeList(kit), controls, view);
        controls.setMinHeight(CONTROLS_HEIGHT);
        new Theme().dress(new Scene(root));
        controls.getChildren().setAll(wrapped, cut, tip, box, field, holder, titles);
    }

    /** Puts {@code text} everywhere and lays it out, {@code width} pixels wide. */
    public Parent show(String text, double width) {
        var question = Samples.question(text);
        var answer = Samples.answer(question, markdown(text), text);
        transcript.update(List.of(question, answer));
        transcript.toggleThoughts(answer.id());
        wrapped.setText(text);
        cut.setText(text);
        tip.setText(text);
        box.setText(text);
        field.setText(text);
        composer.setText(text);
        titles.getItems()
                .setAll(
                        new SidebarEntry.Item(
                                Conversation.untitled(text, Samples.NOW),
                                new Excerpt(text, List.of()),
                                Activity.NONE));
        kit.notices().show(Notice.lasting("text", Severity.WARNING, text));
        var card = AskCard.of(kit.words(), text, text, List.of(), () -> {});
        if (controls.getChildren().size() > 7) {
            controls.getChildren().removeLast();
        }
        controls.getChildren().add(card);
        root.resize(width, HEIGHT + CONTROLS_HEIGHT);
        root.applyCss();
        root.layout();
        return root;
    }

    private static String markdown(String text) {
        String row = "| " + text + " | " + text + " |";
        return String.join(
                "\n\n",
                text,
                "## " + text,
                "- " + text + "\n  1. " + text,
                "> " + text,
                "**" + text + "** and `" + text + "` and [" + text + "](https://example.org)",
                row + "\n|---|---|\n" + row,
                "```\n" + text + "\n```");
    }

    /** No title is being changed. */
    private static final class NoRenaming implements ConversationCell.Actions {
        @Override
        public List<MenuItem> items(Supplier<Optional<Conversation>> shown) {
            return List.of();
        }

        @Override
        public ObjectProperty<Optional<ConversationId>> renaming() {
            return new SimpleObjectProperty<>(Optional.empty());
        }

        @Override
        public void rename(ConversationId id, String title) {}

        @Override
        public void delete(ConversationId id) {}
    }
}
