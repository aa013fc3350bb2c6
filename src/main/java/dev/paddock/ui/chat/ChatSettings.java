package dev.paddock.ui.chat;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.SessionState;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.option.SamplingOptions;
import dev.paddock.ui.common.Field;
import dev.paddock.ui.common.Toolkit;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.Duration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** System prompt and sampling of the open conversation; right values are kept while typing. */
public final class ChatSettings {
    private static final Duration PAUSE = Duration.millis(400);
    private static final Options PRECISE =
            Options.of(SamplingOptions.TEMPERATURE, 0.2).with(SamplingOptions.TOP_P, 0.9);
    private static final Options CREATIVE =
            Options.of(SamplingOptions.TEMPERATURE, 1.1)
                    .with(SamplingOptions.TOP_P, 0.98)
                    .with(SamplingOptions.TOP_K, 100);

    private static final Set<Option<?>> STYLE =
            Set.of(SamplingOptions.TEMPERATURE, SamplingOptions.TOP_P, SamplingOptions.TOP_K);

    private final Conversations conversations;
    private final SamplingForm form;
    private final Parent node;
    private final PauseTransition later = new PauseTransition(PAUSE);
    private Optional<Conversation> shown = Optional.empty();
    private boolean filling;

    @FXML private TextArea prompt;
    @FXML private Field temperatureField;
    @FXML private Field topPField;
    @FXML private Field topKField;
    @FXML private Field maxTokensField;
    @FXML private TextField temperature;
    @FXML private TextField topP;
    @FXML private TextField topK;
    @FXML private TextField maxTokens;

    ChatSettings(Toolkit kit, Conversations conversations, ConversationViewModel open) {
        this.conversations = conversations;
        form = new SamplingForm(kit.words());
        node = kit.views().load("chat-settings", this);
        later.setOnFinished(_ -> keep());
        prompt.textProperty().subscribe(_ -> edited());
        texts().values().forEach(field -> field.textProperty().subscribe(_ -> edited()));
        open.stateProperty().subscribe(state -> show(state.map(SessionState::conversation)));
    }

    Parent node() {
        return node;
    }

    @FXML
    private void precise() {
        use(PRECISE);
    }

    @FXML
    private void balanced() {
        use(Options.EMPTY);
    }

    @FXML
    private void creative() {
        use(CREATIVE);
    }

    private void use(Options preset) {
        var others = before().only(option -> !STYLE.contains(option));
        fill(preset.over(others));
        edited();
    }

    private Options before() {
        return shown.map(Conversation::options).orElse(Options.EMPTY);
    }

    private Map<Option<?>, TextField> texts() {
        return Map.of(
                SamplingOptions.TEMPERATURE, temperature,
                SamplingOptions.TOP_P, topP,
                SamplingOptions.TOP_K, topK,
                SamplingOptions.MAX_TOKENS, maxTokens);
    }

    private Map<Option<?>, Field> fields() {
        return Map.of(
                SamplingOptions.TEMPERATURE, temperatureField,
                SamplingOptions.TOP_P, topPField,
                SamplingOptions.TOP_K, topKField,
                SamplingOptions.MAX_TOKENS, maxTokensField);
    }

    /** Shows another conversation; of the same one only what was changed elsewhere. */
    private void show(Optional<Conversation> next) {
        boolean same = next.map(Conversation::id).equals(shown.map(Conversation::id));
        if (!same) {
            keep();
        }
        boolean changed =
                !next.map(Conversation::options).equals(shown.map(Conversation::options))
                        || !next.map(Conversation::systemPrompt)
                                .equals(shown.map(Conversation::systemPrompt));
        shown = next;
        if (!same || changed && !later.getStatus().equals(PauseTransition.Status.RUNNING)) {
            next.ifPresent(this::fill);
        }
    }

    private void fill(Conversation conversation) {
        filling = true;
        if (!prompt.getText().equals(conversation.systemPrompt())) {
            prompt.setText(conversation.systemPrompt());
        }
        filling = false;
        var typed = form.read(typed(), conversation.options()).options();
        if (!typed.equals(Optional.of(conversation.options()))) {
            fill(conversation.options());
        }
    }

    private void fill(Options options) {
        filling = true;
        var texts = texts();
        form.texts(options).forEach((field, text) -> texts.get(field).setText(text));
        filling = false;
        showWrong(Map.of());
    }

    private Map<Option<?>, String> typed() {
        var typed = new LinkedHashMap<Option<?>, String>();
        texts().forEach((field, text) -> typed.put(field, text.getText()));
        return typed;
    }

    private void edited() {
        if (!filling && shown.isPresent()) {
            showWrong(form.read(typed(), before()).wrong());
            later.playFromStart();
        }
    }

    private void showWrong(Map<Option<?>, String> wrong) {
        fields().forEach((option, view) -> view.wrong(Optional.ofNullable(wrong.get(option))));
    }

    private void keep() {
        later.stop();
        var options = form.read(typed(), before()).options();
        if (shown.isPresent() && options.isPresent()) {
            var now = shown.get();
            if (!now.options().equals(options.get())
                    || !now.systemPrompt().equals(prompt.getText())) {
                shown = Optional.of(now.with(prompt.getText(), options.get()));
                conversations.configure(now.id(), prompt.getText(), options.get());
            }
        }
    }
}
