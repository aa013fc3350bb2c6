package dev.paddock.sqlite;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A history in a file of its own, and what tests put into it. */
abstract class HistoryOnDisk {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");

    @TempDir Path folder;
    SqliteHistory history;

    @BeforeEach
    void open() {
        history = SqliteHistory.open(file());
    }

    @AfterEach
    void close() {
        history.close();
    }

    Path file() {
        return folder.resolve("history.db");
    }

    static List<Message> turn(Optional<MessageId> parent, String ask, String answer) {
        var question = Message.question(parent, ask, NOON);
        return List.of(
                question,
                Message.emptyAnswer(question, MessageOrigin.model("model.gguf"), NOON)
                        .received(answer, "")
                        .ended(MessageStatus.COMPLETE, figures(), Optional.empty()));
    }

    static Optional<AnswerStatistics> figures() {
        return Optional.of(new AnswerStatistics(10, 4, 20, 35, 171.5, 12.5, 2000));
    }

    static Conversation conversation(String title, int second) {
        return Conversation.untitled(title, NOON.plusSeconds(second));
    }

    Conversation kept(Conversation conversation) {
        history.save(conversation);
        return conversation;
    }

    Message kept(Conversation conversation, Message message) {
        history.add(conversation, List.of(message));
        return message;
    }

    List<Message> branch(Conversation conversation) {
        return history.tree(conversation.id()).branch();
    }
}
