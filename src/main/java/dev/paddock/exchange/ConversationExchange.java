package dev.paddock.exchange;

import dev.paddock.chat.Exchange;
import dev.paddock.chat.Exchange.UnreadableException.Reason;
import dev.paddock.chat.WholeConversation;
import dev.paddock.json.JsonTree;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.function.Predicate;

/** Conversations as Markdown, HTML, text and JSON; reads the JSON again, one at a time. */
public final class ConversationExchange implements Exchange {
    private static final String FORMAT = "paddock-conversations";
    private static final int VERSION = 1;

    /** Takes texts of any length. */
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    @Override
    public String text(WholeConversation conversation, Format format, Labels labels) {
        return switch (format) {
            case MARKDOWN -> Readable.markdown(conversation, labels);
            case TEXT -> Readable.plain(conversation, labels);
            case HTML -> {
                var page = new HtmlPage();
                yield page.begin(conversation.conversation().title())
                        + page.article(conversation, labels)
                        + page.end();
            }
            case JSON -> json(conversation);
        };
    }

    @Override
    public void write(Path file, Iterator<WholeConversation> all, Format format, Labels labels)
            throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var part = Files.createTempFile(target.getParent(), target.getFileName() + ".", ".part");
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
                write(out, all, format, labels);
                out.flush();
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(Writer out, Iterator<WholeConversation> all, Format format, Labels labels)
            throws IOException {
        var page = new HtmlPage();
        out.write(
                switch (format) {
                    case HTML -> page.begin(labels.title());
                    case JSON ->
                            "{\"format\":\"%s\",\"version\":%d,\"conversations\":["
                                    .formatted(FORMAT, VERSION);
                    case MARKDOWN, TEXT -> "";
                });
        boolean first = true;
        while (all.hasNext()) {
            var one = all.next();
            out.write(
                    switch (format) {
                        case HTML -> page.article(one, labels);
                        case JSON -> (first ? "\n" : ",\n") + json(one);
                        case MARKDOWN, TEXT -> (first ? "" : "\n\n") + text(one, format, labels);
                    });
            first = false;
        }
        out.write(
                switch (format) {
                    case HTML -> page.end();
                    case JSON -> "\n]}\n";
                    case MARKDOWN, TEXT -> "";
                });
    }

    private static String json(WholeConversation conversation) {
        return JsonTree.line(ConversationJson.write(conversation));
    }

    @Override
    public void read(Path file, Predicate<WholeConversation> each) throws IOException {
        if (Files.size(file) == 0) {
            throw new UnreadableException(Reason.EMPTY);
        }
        boolean ours = false;
        try (var in = Files.newInputStream(file);
                var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new UnreadableException(Reason.NOT_CONVERSATIONS);
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "format" -> ours = FORMAT.equals(parser.getString());
                    case "version" -> checkVersion(parser.getIntValue());
                    case "conversations" -> {
                        if (!ours) {
                            throw new UnreadableException(Reason.NOT_CONVERSATIONS);
                        }
                        readAll(parser, each);
                    }
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonIOException disk) {
            throw disk.getCause();
        } catch (JacksonException cut) {
            throw new UnreadableException(ours ? Reason.CUT_OFF : Reason.NOT_CONVERSATIONS);
        }
        if (!ours) {
            throw new UnreadableException(Reason.NOT_CONVERSATIONS);
        }
    }

    private static void checkVersion(int version) throws IOException {
        if (version > VERSION) {
            throw new UnreadableException(Reason.NEWER);
        }
    }

    private static void readAll(JsonParser parser, Predicate<WholeConversation> each)
            throws IOException {
        boolean wanted = true;
        while (wanted && parser.nextToken() == JsonToken.START_OBJECT) {
            var whole = ConversationJson.read(JsonMembers.of(JsonTree.value(parser)));
            wanted = whole.map(each::test).orElse(true);
        }
    }
}
