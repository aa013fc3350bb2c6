package dev.paddock.ui.chat;

import dev.paddock.chat.Message;
import dev.paddock.chat.MessageId;
import dev.paddock.chat.MessageStatus;
import dev.paddock.ui.chat.transcript.RowActions;
import dev.paddock.ui.chat.transcript.Transcript;
import dev.paddock.ui.chat.transcript.TranscriptView;
import dev.paddock.ui.common.Words;

import javafx.scene.layout.BorderPane;

import java.nio.file.Path;
import java.util.List;

/** Draws the chat in its states, to be looked at: {@code Pictures FOLDER}. */
final class Pictures {
    static void main(String[] arguments) {
        Stages.startToolkit();
        var folder = Path.of(arguments[0]);
        for (boolean dark : new boolean[] {false, true}) {
            String look = dark ? "dark" : "light";
            var q =
                    Samples.question(
                            "How much memory does KV cache quantization save, and what does it"
                                    + " cost?\n"
                                    + "I have 16 GB.");
            transcript(
                    folder.resolve("rich-" + look + ".png"),
                    dark,
                    List.of(q, Samples.answer(q, Samples.RICH, "The user asks.\nThink about it.")),
                    900,
                    960);
            var q2 = Samples.question("Short?");
            transcript(
                    folder.resolve("broken-" + look + ".png"),
                    dark,
                    List.of(
                            q2,
                            Samples.broken(q2, "Half an answ", MessageStatus.STOPPED),
                            q2,
                            Samples.broken(q2, "Half an", MessageStatus.INTERRUPTED),
                            q2,
                            Samples.broken(q2, "", MessageStatus.FAILED)),
                    900,
                    600);
        }
        System.exit(0);
    }

    private static void transcript(
            Path file, boolean dark, List<Message> messages, double w, double h) {
        var transcript = new Transcript();
        var stage =
                Stages.show(
                        Stages.onFx(
                                () -> {
                                    var view =
                                            new TranscriptView(
                                                    transcript, new Words(), new NoActions());
                                    var root = new BorderPane(view);
                                    root.getStylesheets()
                                            .add(
                                                    Pictures.class
                                                            .getResource("/dev/paddock/ui/chat.css")
                                                            .toExternalForm());
                                    return root;
                                }),
                        w,
                        h,
                        dark);
        Stages.runOnFx(() -> transcript.show(new Transcript.Prepared(messages)));
        Stages.runOnFx(() -> transcript.toggleThoughts(messages.get(1).id()));
        Stages.pulses(3);
        Stages.picture(stage, file);
        Stages.runOnFx(stage::close);
    }

    private record NoActions() implements RowActions {
        @Override
        public void open(String address) {}

        @Override
        public void copyCode(int row) {}

        @Override
        public void copyMessage(MessageId message) {}

        @Override
        public void retry(MessageId message) {}

        @Override
        public void toggleThoughts(MessageId message) {}
    }
}
