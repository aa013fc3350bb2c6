package dev.paddock.exchange;

import dev.paddock.chat.Exchange.Labels;
import dev.paddock.chat.Message;
import dev.paddock.chat.Part;
import dev.paddock.chat.WholeConversation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** A conversation as people read it: who said what, as Markdown or without its marks. */
final class Readable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Labels labels;
    private final boolean markdown;
    private final StringBuilder text = new StringBuilder();

    private Readable(Labels labels, boolean markdown) {
        this.labels = labels;
        this.markdown = markdown;
    }

    static String markdown(WholeConversation whole, Labels labels) {
        return new Readable(labels, true).all(whole);
    }

    static String plain(WholeConversation whole, Labels labels) {
        return new Readable(labels, false).all(whole);
    }

    private String all(WholeConversation whole) {
        var conversation = whole.conversation();
        text.append(markdown ? "# " : "").append(conversation.title().replace('\n', ' '));
        text.append("\n\n").append(time(conversation.created())).append("\n");
        if (!conversation.systemPrompt().isBlank()) {
            head(labels.system());
            text.append(conversation.systemPrompt().strip()).append('\n');
        }
        for (var message : whole.branch()) {
            head(who(message));
            message.parts().forEach(this::part);
        }
        return text.toString();
    }

    static String time(Instant when) {
        return TIME.format(when.atZone(ZoneId.systemDefault()));
    }

    private void head(String who) {
        text.append('\n').append(markdown ? "## " + who : who + ":").append("\n");
        text.append(markdown ? "\n" : "");
    }

    private String who(Message message) {
        return switch (message.role()) {
            case USER -> labels.person();
            case ASSISTANT ->
                    message.model()
                            .map(it -> labels.model() + " (" + it + ")")
                            .orElse(labels.model());
            case TOOL -> labels.tool();
            case SYSTEM -> labels.system();
        };
    }

    private void part(Part part) {
        switch (part) {
            case Part.Text(var it, _) -> paragraph(it);
            case Part.Reasoning(var it, _) -> paragraph(reasoning(it.strip()));
            case Part.Attachment(_, var name, _, _) ->
                    paragraph("[" + labels.file() + ": " + name + "]");
            case Part.ToolCall(_, var name, var arguments, _) -> code(name + " " + arguments);
            case Part.ToolResult(_, var it, _, _) -> code(it);
            case Part.Unknown _ -> {}
        }
    }

    private String reasoning(String thoughts) {
        return markdown
                ? "> " + ("**" + labels.reasoning() + "**\n\n" + thoughts).replace("\n", "\n> ")
                : "[" + labels.reasoning() + "]\n" + thoughts + "\n";
    }

    private void code(String some) {
        var fence = "```";
        while (some.contains(fence)) {
            fence += "`";
        }
        paragraph(markdown ? fence + "\n" + some + "\n" + fence : some);
    }

    private void paragraph(String some) {
        if (!some.isEmpty()) {
            text.append(some).append(some.endsWith("\n") ? "" : "\n").append(markdown ? "\n" : "");
        }
    }
}
