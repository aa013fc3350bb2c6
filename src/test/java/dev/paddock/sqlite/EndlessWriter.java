package dev.paddock.sqlite;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes turns of one conversation until it is killed, and prints what the history has
 * acknowledged: the conversation first, then {@code turn part}, where part 0 is the question and
 * {@link #END} the ended answer.
 */
final class EndlessWriter {
    static final int END = 4;

    private EndlessWriter() {}

    static void main(String[] args) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var history = SqliteHistory.open(Path.of(args[0]));
        history.closeInterrupted();
        var conversation = Conversation.untitled("Endless", Instant.EPOCH);
        out.println(conversation.id().value());
        Optional<MessageId> last = Optional.empty();
        for (int turn = 0; ; turn++) {
            var question = Message.question(last, text(turn, 0), Instant.EPOCH);
            var answer = Message.emptyAnswer(question, MessageOrigin.model("m"), Instant.EPOCH);
            history.add(conversation, List.of(question, answer));
            out.println(turn + " 0");
            var content = new StringBuilder();
            for (int part = 1; part < END; part++) {
                content.append(text(turn, part));
                history.append(answer.id(), "", text(turn, part), Optional.empty());
                out.println(turn + " " + part);
            }
            history.save(
                    answer.received(content.toString(), "")
                            .ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty()));
            out.println(turn + " " + END);
            last = Optional.of(answer.id());
        }
    }

    /** What is written as this part. */
    static String text(int turn, int part) {
        return ("[" + turn + "." + part + "]").repeat(1 + 97 * turn % 700);
    }
}
