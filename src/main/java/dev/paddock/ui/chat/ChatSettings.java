package dev.paddock.ui.chat;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Conversations;
import dev.paddock.chat.Sampling;
import dev.paddock.chat.SessionState;
import dev.paddock.ui.common.Field;
import dev.paddock.ui.common.Toolkit;

import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.util.Duration;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** System prompt and sampling of the open conversation; right values are kept while typing. */
public final class ChatSettings {
    private static final Duration PAUSE = Duration.millis(400);
    private static final Sampling PRECISE = new Sampling(0.2, 0.9, 40, OptionalInt.empty());
    private static final Sampling CREATIVE = new Sampling(1.1, 0.98, 100, OptionalInt.empty());

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
        use(Sampling.DEFAULT);
    }

    @FXML
    private void creative() {
        use(CREATIVE);
    }

    private void use(Sampling preset) {
        var most = shown.map(it -> it.sampling().maxTokens()).orElse(preset.maxTokens());
        fill(new Sampling(preset.temperature(), preset.topP(), preset.topK(), most));
        edited();
    }

    private Map<Sampling.Field, TextField> texts() {
        var texts = new EnumMap<Sampling.Field, TextField>(Sampling.Field.class);
        texts.put(Sampling.Field.TEMPERATURE, temperature);
        texts.put(Sampling.Field.TOP_P, topP);
        texts.put(Sampling.Field.TOP_K, topK);
        texts.put(Sampling.Field.MAX_TOKENS, maxTokens);
        return texts;
    }

    private Field field(Sampling.Field field) {
        return switch (field) {
            case TEMPERATURE -> temperatureField;
            case TOP_P -> topPField;
            case TOP_K -> topKField;
            case MAX_TOKENS -> maxTokensField;
        };
    }

    /** Shows another conversation; of the same one only what was changed elsewhere. */
    private void show(Optional<Conversation> next) {
        boolean same = next.map(Conversation::id).equals(shown.map(Conversation::id));
        if (!same) {
            keep();
        }
        boolean changed =
                !next.map(Conversation::sampling).equals(shown.map(Conversation::sampling))
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
        var typed = form.read(typed()).sampling();
        if (!typed.equals(Optional.of(conversation.sampling()))) {
            fill(conversation.sampling());
        }
    }

    private void fill(Sampling sampling) {
        filling = true;
        var texts = texts();
        form.texts(sampling).forEach((field, text) -> texts.get(field).setText(text));
        filling = false;
        showWrong(Map.of());
    }

    private Map<Sampling.Field, String> typed() {
        var typed = new EnumMap<Sampling.Field, String>(Sampling.Field.class);
        texts().forEach((field, text) -> typed.put(field, text.getText()));
        return typed;
    }

    private void edited() {
        if (!filling && shown.isPresent()) {
            showWrong(form.read(typed()).wrong());
            later.playFromStart();
        }
    }

    private void showWrong(Map<Sampling.Field, String> wrong) {
        for (var field : Sampling.Field.values()) {
            field(field).wrong(Optional.ofNullable(wrong.get(field)));
        }
    }

    private void keep() {
        later.stop();
        var sampling = form.read(typed()).sampling();
        if (shown.isPresent() && sampling.isPresent()) {
            var now = shown.get();
            if (!now.sampling().equals(sampling.get())
                    || !now.systemPrompt().equals(prompt.getText())) {
                shown = Optional.of(now.with(prompt.getText(), sampling.get()));
                conversations.configure(now.id(), prompt.getText(), sampling.get());
            }
        }
    }
}
