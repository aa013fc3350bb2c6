package dev.paddock.ui.chat;

import dev.paddock.chat.ChatSession;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.SessionState;
import dev.paddock.option.Option;
import dev.paddock.option.OptionChain;
import dev.paddock.option.Options;
import dev.paddock.option.Origin;
import dev.paddock.settings.Preferences;
import dev.paddock.ui.common.SamplingForm;
import dev.paddock.ui.common.Scrolling;
import dev.paddock.ui.common.TabKey;
import dev.paddock.ui.common.Toolkit;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** System prompt and options of the conversation that is open, or is being opened. */
public final class ChatSettings {
    private final Toolkit kit;
    private final Conversations conversations;
    private final Preferences preferences;
    private final ConversationViewModel open;
    private final SamplingForm form;
    private final ScrollPane node;

    /** As it will be when all that is {@link #underway} has arrived. */
    private Optional<Conversation> shown = Optional.empty();

    private int underway;
    private boolean typed;
    private boolean filling;

    @FXML private TextArea prompt;
    @FXML private StackPane samplingPlace;

    ChatSettings(Toolkit kit, ChatServices services, ConversationViewModel open) {
        this.kit = kit;
        this.open = open;
        conversations = services.conversations();
        preferences = services.preferences();
        node = (ScrollPane) kit.views().load("chat-settings", this);
        Scrolling.keepGutter(node);
        form =
                new SamplingForm(
                        kit,
                        this::change,
                        own ->
                                preferences.change(
                                        settings ->
                                                settings.withOptions(all -> all.withPresets(own))));
        samplingPlace.getChildren().setAll(form.node());
        listenToPrompt();
        kit.watch(preferences.settings(), _ -> showOptions());
        open.stateProperty().subscribe(_ -> showNewest());
        open.chosenProperty().subscribe(_ -> showNewest());
    }

    Parent node() {
        return node;
    }

    /**
     * Hands on what is typed; where a value is wrong, it gets the focus.
     *
     * @param reveal brings this into sight
     * @return whether all values are right
     */
    boolean settle(Runnable reveal) {
        keepPrompt();
        boolean right = form.settle();
        if (!right) {
            reveal.run();
            form.focusWrong();
        }
        return right;
    }

    private void listenToPrompt() {
        TabKey.goesOn(prompt);
        prompt.textProperty().subscribe((_, _) -> typed = typed || !filling);
        prompt.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                keepPrompt();
                            }
                        });
        prompt.addEventFilter(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                        keepPrompt();
                        key.consume();
                    } else if (key.getCode() == KeyCode.ESCAPE && typed) {
                        showPrompt();
                        key.consume();
                    }
                });
    }

    private void showNewest() {
        var chosen = open.chosenProperty().get();
        var state = open.stateProperty().get().map(SessionState::conversation);
        if (chosen.isPresent()) {
            show(listed(chosen.get()).or(() -> state));
        } else if (state.map(Conversation::id).equals(sessionId())) {
            show(state);
        }
    }

    private Optional<Conversation> listed(ConversationId id) {
        return conversations.list().value().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Optional<ConversationId> sessionId() {
        return open.sessionProperty().get().map(ChatSession::id);
    }

    /** What is on its way is shown already: older states that come meanwhile are passed over. */
    private void show(Optional<Conversation> next) {
        boolean other = !next.map(Conversation::id).equals(shown.map(Conversation::id));
        if (other) {
            keepPrompt();
            form.finish();
        } else if (underway > 0) {
            return;
        }
        shown = next;
        if (other || !(typed && prompt.isFocused())) {
            showPrompt();
        }
        showOptions();
    }

    private void showPrompt() {
        String text = shown.map(Conversation::systemPrompt).orElse("");
        filling = true;
        if (!prompt.getText().equals(text)) {
            prompt.setText(text);
        }
        filling = false;
        typed = false;
    }

    private void showOptions() {
        var settings = preferences.settings().value();
        OptionChain chain =
                shown.map(one -> settings.chain(one.id().value(), one.options()))
                        .orElseGet(settings::chain);
        form.show(settings.options().presets(), chain, Origin.CONVERSATION);
    }

    private void keepPrompt() {
        if (typed) {
            typed = false;
            String text = prompt.getText();
            configure(conversation -> conversation.with(text, conversation.options()));
        }
    }

    /** What a person sets here wins over the command line from now on, in this conversation. */
    private void change(Collection<? extends Option<?>> which, UnaryOperator<Options> how) {
        configure(
                conversation ->
                        conversation.with(
                                conversation.systemPrompt(), how.apply(conversation.options())));
        shown.map(conversation -> conversation.id().value())
                .ifPresent(
                        id ->
                                preferences.change(
                                        settings ->
                                                settings.withOptions(all -> all.setIn(id, which))));
        showOptions();
    }

    private void configure(UnaryOperator<Conversation> how) {
        var next = shown.map(how);
        if (next.isEmpty() || next.equals(shown)) {
            return;
        }
        shown = next;
        underway++;
        var changed = next.get();
        conversations
                .configure(changed.id(), changed.systemPrompt(), changed.options())
                .whenComplete((_, failed) -> kit.ui().execute(() -> arrived(failed != null)));
    }

    private void arrived(boolean failed) {
        underway--;
        if (failed) {
            showNewest();
        }
    }
}
