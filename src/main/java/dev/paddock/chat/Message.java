package dev.paddock.chat;

import dev.paddock.chat.ChatEvent.FinishReason;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A node in the tree of a conversation: {@code parent} is the message before it, so that an edited
 * question or another answer can stand beside the first. A turn may be several messages: an answer
 * that asks for tools, their results, the next answer.
 */
public record Message(
        MessageId id,
        Optional<MessageId> parent,
        Role role,
        List<Part> parts,
        Outcome outcome,
        MessageOrigin origin,
        Instant created) {
    public Message {
        parts = List.copyOf(parts);
    }

    public static Message question(Optional<MessageId> parent, String text, Instant now) {
        return new Message(
                MessageId.random(),
                parent,
                Role.USER,
                texts("", text),
                Outcome.COMPLETE,
                MessageOrigin.NONE,
                now);
    }

    /** What tools said to the calls of {@code answer}. */
    public static Message toolResults(Message answer, List<Part> results, Instant now) {
        return new Message(
                MessageId.random(),
                Optional.of(answer.id()),
                Role.TOOL,
                results,
                Outcome.COMPLETE,
                MessageOrigin.NONE,
                now);
    }

    public static Message emptyAnswer(Message before, MessageOrigin origin, Instant now) {
        return new Message(
                MessageId.random(),
                Optional.of(before.id()),
                Role.ASSISTANT,
                List.of(),
                Outcome.STREAMING,
                origin,
                now);
    }

    /** Reasoning, unless there is none, then text, unless there is none. */
    public static List<Part> texts(String reasoning, String content) {
        if (reasoning.isEmpty()) {
            return content.isEmpty() ? List.of() : List.of(new Part.Text(content));
        }
        var thoughts = new Part.Reasoning(reasoning);
        return content.isEmpty() ? List.of(thoughts) : List.of(thoughts, new Part.Text(content));
    }

    /** What was written, without reasoning. */
    public String content() {
        return joined(parts, part -> part instanceof Part.Text it ? it.text() : "");
    }

    /** What the model thought before it answered; empty when nothing. */
    public String reasoning() {
        return joined(parts, part -> part instanceof Part.Reasoning it ? it.text() : "");
    }

    public MessageStatus status() {
        return outcome.status();
    }

    public Optional<AnswerStatistics> statistics() {
        return outcome.statistics();
    }

    public Optional<ChatFailure> failure() {
        return outcome.failure();
    }

    /** The model that wrote it, for answers. */
    public Optional<String> model() {
        return origin.model();
    }

    /** The same message with what has been received of it so far. */
    public Message received(String content, String reasoning) {
        var next = new ArrayList<>(texts(reasoning, content));
        parts.stream()
                .filter(part -> !(part instanceof Part.Text || part instanceof Part.Reasoning))
                .forEach(next::add);
        return with(next);
    }

    /** The same message with other parts. */
    public Message with(List<Part> others) {
        return new Message(id, parent, role, others, outcome, origin, created);
    }

    /** Another version of it that a person has written. */
    Message edited(String text, Instant now) {
        boolean own = role == Role.USER;
        return new Message(
                        MessageId.random(),
                        parent,
                        role,
                        parts,
                        Outcome.COMPLETE,
                        own ? origin : origin.changedByPerson(),
                        now)
                .received(text, reasoning());
    }

    /** Its like in another conversation. */
    Message copy(Optional<MessageId> after) {
        return new Message(MessageId.random(), after, role, parts, outcome, origin, created);
    }

    /** The same one in another place. */
    Message after(Optional<MessageId> before) {
        return before.equals(parent)
                ? this
                : new Message(id, before, role, parts, outcome, origin, created);
    }

    /** The same answer, which goes on. */
    Message continued(MessageOrigin asked) {
        var next = origin.continuedBy(asked);
        return new Message(id, parent, role, parts, Outcome.STREAMING, next, created);
    }

    /**
     * Whether an engine could write more of it: it broke off, has something to go on with, and the
     * context has room.
     */
    public boolean canContinue() {
        boolean begun = !content().isBlank() || !reasoning().isBlank();
        boolean full = outcome.reason().equals(Optional.of(FinishReason.CONTEXT_FULL));
        boolean calls = parts.stream().anyMatch(Part.ToolCall.class::isInstance);
        return switch (status()) {
            case STREAMING, COMPLETE -> false;
            case STOPPED, CUT_OFF, INTERRUPTED, FAILED ->
                    role == Role.ASSISTANT && begun && !full && !calls;
        };
    }

    /** The same message, INTERRUPTED if nobody will go on receiving it. */
    public Message closed() {
        return status() == MessageStatus.STREAMING
                ? ended(MessageStatus.INTERRUPTED, statistics(), Optional.empty())
                : this;
    }

    /** The same message, ended. */
    public Message ended(
            MessageStatus how, Optional<AnswerStatistics> figures, Optional<ChatFailure> why) {
        return ended(new Outcome(how, Optional.empty(), figures, why));
    }

    /** The same message, ended. */
    public Message ended(Outcome how) {
        return new Message(id, parent, role, parts, how, origin, created);
    }

    /** Without a copy where there is one text only: answers are long and asked for often. */
    private static String joined(List<Part> parts, Function<Part, String> text) {
        var all = "";
        for (var part : parts) {
            var next = text.apply(part);
            all = all.isEmpty() ? next : next.isEmpty() ? all : all + next;
        }
        return all;
    }
}
