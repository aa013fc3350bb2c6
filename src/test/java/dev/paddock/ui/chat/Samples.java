package dev.paddock.ui.chat;

import dev.paddock.chat.AnswerStatistics;
import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.ConversationId;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageOrigin;
import dev.paddock.chat.MessageStatus;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages for tests and pictures. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    public static final ConversationId CONVERSATION = ConversationId.random();
    public static final String RICH =
            """
            Here is a short overview of **KV cache quantization**, with the trade-offs that matter on \
            a laptop. The engine keeps *keys and values* of every token it has read; `-ctk q8_0` halves that.

            ## What it costs

            1. Memory: each slot needs `2 × layers × heads × head_dim × n_ctx` numbers.
            2. Speed:
               - prompt reading is ~~slower~~ about the same
               - generation may gain a little, because less memory is *read*
                 - this depends on the **bandwidth** of the machine
            3. Quality: see the [perplexity table](https://example.org/ppl) before you trust `q4_0`.

            - [x] flash attention is on
            - [ ] measured on your own prompts

            | type | bits | memory at 32k | perplexity |
            |:-----|:----:|--------------:|-----------:|
            | f16  | 16   | 4.0 GiB       | 5.912 |
            | q8_0 | 8.5  | 2.1 GiB       | 5.915 |
            | q4_0 | 4.5  | 1.1 GiB       | 6.083, clearly worse on long documents |

            ### How to start it

            ```java
            var arguments = List.of("--ctx-size", "32768", "--cache-type-k", "q8_0");
            for (String argument : arguments) {
                System.out.println(argument);   // one per line, then a long comment that has to wrap somewhere
            }
            ```

            > Measure first. A cache that fits is faster than one that does not, whatever its type.
            >
            > > And keep the figures.

            ---

            More at https://example.org/docs and in ![the diagram](https://example.org/d.png).
            """;

    private Samples() {}

    public static Message question(String text) {
        return Message.question(Optional.empty(), text, NOW);
    }

    public static Message answering(Message question) {
        return Message.emptyAnswer(question, MessageOrigin.model("Qwen3-8B-Q4_K_M"), NOW);
    }

    public static Message answer(Message question, String text, String reasoning) {
        return answering(question)
                .received(text, reasoning)
                .ended(
                        MessageStatus.COMPLETE,
                        Optional.of(new AnswerStatistics(812, 640, 431, 184, 935, 42.34, 10_364)),
                        Optional.empty());
    }

    public static Message broken(Message question, String text, MessageStatus how) {
        Optional<ChatFailure> why =
                how == MessageStatus.FAILED
                        ? Optional.of(new ChatFailure.ContextOverflow(9_120, 8_192))
                        : how == MessageStatus.INTERRUPTED
                                ? Optional.of(
                                        new ChatFailure.ConnectionLost(ChatFailure.Loss.BROKEN))
                                : Optional.empty();
        return answering(question).received(text, "").ended(how, Optional.empty(), why);
    }

    /** {@code count} messages, questions and answers in turn. */
    public static List<Message> many(int count) {
        var messages = new ArrayList<Message>();
        for (int i = 0; i < count; i += 2) {
            var question = question("Question number " + i + ": what about the cache?");
            messages.add(question);
            messages.add(answer(question, "Answer " + i + ".\n\n" + RICH, ""));
        }
        return messages;
    }
}
