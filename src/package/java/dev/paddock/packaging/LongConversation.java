package dev.paddock.packaging;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;
import dev.paddock.files.AppDirs;
import dev.paddock.files.JsonSettings;
import dev.paddock.settings.Settings;
import dev.paddock.settings.WindowPlace;
import dev.paddock.sqlite.SqliteHistory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A data folder as after weeks of use: one long conversation, the newest, and some short ones. */
public final class LongConversation {
    /** Where the window lies, so that whoever drives it from outside finds its parts. */
    public static final WindowPlace PLACE =
            new WindowPlace(100, 100, 1200, 800, false, true, false);

    private static final int SHORT_ONES = 30;
    private static final String TITLE = "The long one";

    private static final String ANSWER =
            """
            The short answer is **yes**, with `--ctx-size %d`. See [the manual](https://example.org).

            1. Open the *engine* tab.
            2. Choose a size, and mind the memory:
               - a larger one takes more,
               - a smaller one forgets sooner.

            | size | memory | forgets after |
            |-----:|-------:|:--------------|
            | 4096 | 0.5 GiB | a long letter |
            | 8192 | 1.0 GiB | a short story |

            ```java
            /** Sums up to a limit. */
            static int sum(int limit) {
                int total = 0; // so far
                for (int i = 0; i < limit; i++) {
                    total += "word".length() * i;
                }
                return total;
            }
            ```

            > What fits is kept; what does not is forgotten first.

            ### And then?
            - [x] read the table
            - [ ] ~~guess~~ measure: naïve words such as “größer” or 模型 count as well.
            """;

    private LongConversation() {}

    /**
     * Writes settings and history.
     *
     * @param messages of the long conversation; even
     */
    public static void write(Path data, int messages) throws IOException {
        var dirs = new AppDirs(data).create();
        new JsonSettings(dirs.settings()).save(Settings.DEFAULT.withWindow(PLACE));
        try (var history = SqliteHistory.open(dirs.history())) {
            var now = Instant.parse("2026-01-01T00:00:00Z");
            for (int number = 0; number < SHORT_ONES; number++) {
                conversation(history, "A short one, number " + number, 2, now.plusSeconds(number));
            }
            conversation(history, TITLE, messages, now.plusSeconds(SHORT_ONES));
        }
    }

    /** How many the long conversation has by now. */
    static int messages(Path data) {
        try (var history = SqliteHistory.open(new AppDirs(data).history())) {
            return history.conversations().stream()
                    .filter(one -> one.title().equals(TITLE))
                    .mapToInt(found -> history.tree(found.id()).branch().size())
                    .sum();
        }
    }

    private static void conversation(
            SqliteHistory history, String title, int messages, Instant now) {
        var conversation = Conversation.untitled(title, now).titled(title, true);
        history.save(conversation);
        Optional<MessageId> last = Optional.empty();
        for (int turn = 0; turn < messages / 2; turn++) {
            var question = Message.question(last, "How large may it be, " + turn, now);
            var answer =
                    Message.emptyAnswer(question, MessageOrigin.model("model.gguf"), now)
                            .received(ANSWER.formatted(turn), "")
                            .ended(MessageStatus.COMPLETE, Optional.empty(), Optional.empty());
            history.add(conversation, List.of(question, answer));
            last = Optional.of(answer.id());
        }
    }
}
