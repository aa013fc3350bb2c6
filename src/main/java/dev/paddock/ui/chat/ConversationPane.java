package dev.paddock.ui.chat;

import dev.paddock.chat.MessageId;
import dev.paddock.settings.Preferences;
import dev.paddock.ui.common.GrowingArea;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.TabKey;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;
import dev.paddock.ui.transcript.TranscriptView;
import dev.paddock.ui.transcript.WritingDirection;
import dev.paddock.ui.words.Words;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/** The transcript and, below it, the composer. */
public final class ConversationPane {
    private static final PseudoClass BUSY = PseudoClass.getPseudoClass("busy");
    private static final PseudoClass FOCUS_WITHIN = PseudoClass.getPseudoClass("focus-within");

    private final Words words;
    private final ConversationViewModel open;
    private final ComposerViewModel composer;
    private final MessageActions actions;
    private final TranscriptView transcript;
    private final CodeFile codeFile;
    private final Parent node;
    private final Tooltip sendTip = new Tooltip();
    private final ComposerHint told;

    @FXML private StackPane content;
    @FXML private ScrollPane greetingScroll;
    @FXML private Pane greeting;
    @FXML private Node demo;
    @FXML private Hyperlink chooseAnother;
    @FXML private Pane below;
    @FXML private HBox box;
    @FXML private GrowingArea input;
    @FXML private StackPane sendHolder;
    @FXML private Button send;
    @FXML private FontIcon sendIcon;
    @FXML private Label hint;

    ConversationPane(
            Toolkit kit,
            ConversationViewModel open,
            ComposerViewModel composer,
            ChatServices services) {
        this.words = kit.words();
        this.open = open;
        this.composer = composer;
        actions = new MessageActions(kit, open, composer, services, this);
        transcript = new TranscriptView(open.transcript(), words, actions, services.background());
        codeFile = new CodeFile(kit, services.background());
        keepCodeDisplay(kit, services.preferences());
        node = kit.views().load("chat-conversation", this);
        content.getChildren().addFirst(transcript);
        actions.listenTo(transcript, node, input);
        Tooltip.install(sendHolder, sendTip);
        input.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        TabKey.goesOn(input);
        WritingDirection.follow(input);
        input.textProperty().bindBidirectional(composer.textProperty());
        input.focusedProperty().subscribe(is -> box.pseudoClassStateChanged(FOCUS_WITHIN, is));
        showStages();
        showQueue(kit);
        told = new ComposerHint(hint, words, open, composer);
        var unusable = new Unusable(words, told::refuse);
        unusable.listenTo(node);
        input.refuse(unusable::refuses);
        composer.textProperty().subscribe(_ -> told.written());
        composer.textProperty().subscribe(_ -> showSend());
        composer.obstacleProperty().subscribe(_ -> showSend());
        composer.waitingProperty().subscribe(_ -> showSend());
        open.busyProperty().subscribe(this::busy);
        open.stateProperty().subscribe(_ -> told.show());
        open.sessionProperty().subscribe(_ -> turned());
    }

    /** Above the box. */
    private void showQueue(Toolkit kit) {
        var queue = new QueueViewModel(open, composer, kit.ui(), words, kit.notices());
        kit.own(queue);
        var view = new QueueView(words, queue, this::focusInput);
        view.setMaxWidth(box.getMaxWidth());
        below.getChildren().add(below.getChildren().indexOf(box), view);
    }

    /** The transcript, the greeting of an empty conversation, or that one is being opened. */
    private void showStages() {
        var opening = new OpeningLabel(words, open.opensProperty());
        content.getChildren().add(opening.node());
        transcript
                .visibleProperty()
                .bind(open.emptyProperty().not().and(opening.node().visibleProperty().not()));
        greeting.visibleProperty().bind(open.greetsProperty());
        greetingScroll.visibleProperty().bind(greeting.visibleProperty());
    }

    private void keepCodeDisplay(Toolkit kit, Preferences preferences) {
        var code = transcript.code();
        code.onChoice(change -> preferences.change(settings -> settings.withCode(change)));
        kit.watch(preferences.settings(), settings -> code.show(settings.code()));
    }

    Parent node() {
        return node;
    }

    /** Shows a place of the conversation in sight, or of the one that comes. */
    void reveal(Optional<Quote> quote) {
        quote.ifPresentOrElse(
                it -> transcript.show(it.message(), it.words()), transcript::showNothing);
    }

    Outline outline() {
        return actions.outline();
    }

    TranscriptView transcript() {
        return transcript;
    }

    CodeFile codeFile() {
        return codeFile;
    }

    /** Brings a message into sight. */
    void reveal(MessageId message) {
        transcript.reveal(message);
    }

    void saveCode(int row) {
        codeFile.save(
                open.transcript().codeFile(row, words.of("chat.saveCode.file")),
                open.transcript().codeFrom(row),
                node.getScene().getWindow());
    }

    /** Shows {@code other} instead of the greeting of an empty conversation while {@code so}. */
    void greet(Node other, ObservableBooleanValue so) {
        var greets = open.greetsProperty();
        other.visibleProperty().bind(Bindings.and(greets, so));
        greeting.visibleProperty().unbind();
        greeting.visibleProperty().bind(Bindings.and(greets, Bindings.not(so)));
        content.getChildren().add(content.getChildren().indexOf(greetingScroll), other);
    }

    /** Suggests questions in an empty conversation and says what the model is. */
    void demonstrate(Demonstration what) {
        var suggestions =
                new Suggestions(
                        words,
                        what.questions(),
                        question -> {
                            composer.ask(question);
                            focusInput();
                        });
        suggestions.visibleProperty().bind(what.shows());
        suggestions.managedProperty().bind(what.shows());
        suggestions.disableProperty().bind(composer.textProperty().isNotEmpty());
        greeting.getChildren().add(suggestions);
        demo.visibleProperty().bind(what.shows());
        demo.managedProperty().bind(what.shows());
        chooseAnother.setOnAction(
                _ -> {
                    chooseAnother.setVisited(false);
                    what.chooseAnother().run();
                });
    }

    Node composer() {
        return box;
    }

    void focusInput() {
        input.requestFocus();
    }

    @FXML
    private void sendOrStop() {
        if (open.busyProperty().get()) {
            open.stop();
        } else {
            send();
        }
        input.requestFocus();
    }

    private void send() {
        if (composer.canSend()) {
            transcript.follow();
            composer.send();
        } else {
            composer.queue();
        }
    }

    /** Ends the answer under way, and keeps here what waits for the engine. */
    void stop() {
        composer.keepHere();
        open.stop();
    }

    /** As if it were typed into the composer, which has the focus then. */
    void type(String text) {
        input.requestFocus();
        input.replaceSelection(text);
    }

    void paste() {
        input.requestFocus();
        input.paste();
    }

    /** Shows the newest from now on. */
    void follow() {
        transcript.follow();
    }

    /** Below what is typed already, which is not lost. */
    void compose(String text) {
        input.requestFocus();
        input.end();
        input.replaceSelection(input.getText().isEmpty() ? text : "\n" + text);
    }

    /** Enter sends. */
    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                input.replaceSelection("\n");
            } else {
                send();
            }
            event.consume();
        }
    }

    private void turned() {
        told.turned();
        // After what was written here before.
        input.end();
        transcript.follow();
        showSend();
    }

    private void busy(boolean is) {
        told.busy(is);
        box.pseudoClassStateChanged(BUSY, is);
        sendIcon.setIconCode(is ? Feather.SQUARE : Feather.ARROW_UP);
        showSend();
    }

    private void showSend() {
        boolean busy = open.busyProperty().get();
        String name = words.of(busy ? "chat.stop" : "chat.send");
        Tooltips.put(send, name, busy ? Shortcut.STOP_ANSWER : Shortcut.SEND);
        send.setDisable(!busy && !composer.canSend());
        sendTip.setText(words.of("chat.send.empty"));
        told.show();
    }
}
