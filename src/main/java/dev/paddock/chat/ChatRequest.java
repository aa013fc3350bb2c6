package dev.paddock.chat;

import dev.paddock.option.Options;

import java.util.List;

/**
 * One question with everything before it.
 *
 * @param turns oldest first, the question last, or the answer that is to go on
 * @param options those in force for the answer
 */
public record ChatRequest(String systemPrompt, List<Turn> turns, Options options) {
    public ChatRequest {
        turns = List.copyOf(turns);
    }

    /**
     * One message as the engine sees it.
     *
     * @param calls the tools that an answer asked for
     * @param results what they said; only then is the role TOOL
     * @param reasoning what was thought before an answer that is to go on
     */
    public record Turn(
            Role role,
            String content,
            List<Part.ToolCall> calls,
            List<Part.ToolResult> results,
            String reasoning) {
        public Turn {
            calls = List.copyOf(calls);
            results = List.copyOf(results);
        }

        public Turn(
                Role role,
                String content,
                List<Part.ToolCall> calls,
                List<Part.ToolResult> results) {
            this(role, content, calls, results, "");
        }

        public Turn(Role role, String content) {
            this(role, content, List.of(), List.of());
        }
    }
}
