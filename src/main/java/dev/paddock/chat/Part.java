package dev.paddock.chat;

/** A piece of a message. Its kind is part of the history's format. */
public sealed interface Part {
    /** What was written, as Markdown where a model wrote it. */
    record Text(String text, UnknownMembers unknown) implements Part {
        public Text(String text) {
            this(text, UnknownMembers.NONE);
        }
    }

    /** What the model thought before it answered. */
    record Reasoning(String text, UnknownMembers unknown) implements Part {
        public Reasoning(String text) {
            this(text, UnknownMembers.NONE);
        }
    }

    /**
     * A file that a person sent along.
     *
     * @param blob names its bytes, which are kept elsewhere
     * @param mediaType as in {@code image/png}
     */
    record Attachment(String blob, String name, String mediaType, UnknownMembers unknown)
            implements Part {
        public Attachment(String blob, String name, String mediaType) {
            this(blob, name, mediaType, UnknownMembers.NONE);
        }
    }

    /**
     * The model asks for a tool.
     *
     * @param id what its {@link ToolResult} refers to
     * @param arguments JSON as the model wrote it, which need not be valid
     */
    record ToolCall(String id, String name, String arguments, UnknownMembers unknown)
            implements Part {
        public ToolCall(String id, String name, String arguments) {
            this(id, name, arguments, UnknownMembers.NONE);
        }
    }

    /**
     * What a tool said.
     *
     * @param call the id of the {@link ToolCall}
     */
    record ToolResult(String call, String text, boolean failed, UnknownMembers unknown)
            implements Part {
        public ToolResult(String call, String text, boolean failed) {
            this(call, text, failed, UnknownMembers.NONE);
        }
    }

    /**
     * A part that this version cannot read, kept as it is.
     *
     * @param json an object
     */
    record Unknown(String json) implements Part {}
}
