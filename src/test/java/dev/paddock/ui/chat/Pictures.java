package dev.paddock.ui.chat;

import dev.paddock.chat.Conversation;
import dev.paddock.chat.Message;
import dev.paddock.chat.MessageStatus;
import dev.paddock.connection.Readiness;
import dev.paddock.settings.Appearance;
import dev.paddock.ui.common.Theme;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Words;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Draws the chat in its states, to be looked at: {@code Pictures FOLDER}. */
final class Pictures {
    private static final List<String> TITLES =
            List.of(
                    "KV cache quantization on a laptop",
                    "Why does my GPU spill to shared memory?",
                    "A regex for ISO dates",
                    "Rename photos by date with a shell script that keeps duplicates",
                    "Trip to the Faroe Islands",
                    "Explain speculative decoding",
                    "Birthday speech");

    /** A headless screen is 1000 pixels wide; pictures wider than that need a display. */
    private static final double WIDE =
            "Headless".equals(System.getProperty("glass.platform")) ? 1_000 : 1_600;

    private final Path folder;
    private final boolean dark;
    private final double width;
    private final double height;

    private Pictures(Path folder, boolean dark, double width, double height) {
        this.folder = folder;
        this.dark = dark;
        this.width = width;
        this.height = height;
    }

    static void main(String[] arguments) {
        Stages.startToolkit();
        for (boolean dark : new boolean[] {false, true}) {
            var some = new Pictures(Path.of(arguments[0]), dark, 1000, 640);
            new Pictures(Path.of(arguments[0]), dark, WIDE, 1_000)
                    .draw("wide", fake -> fake.open(rich()));
            some.draw("empty", fake -> {});
            some.draw("rich", fake -> fake.open(rich()));
            some.draw("broken", fake -> fake.open(broken()));
            some.draw("many", fake -> fake.open(Samples.many(5_000)));
            some.draw("streaming", Window::stream);
            some.draw("thinking", Window::think);
            some.draw("changing", Window::change);
            some.draw("reading", Window::read);
        }
        System.exit(0);
    }

    static List<Message> rich() {
        var question =
                Samples.question(
                        "How much memory does KV cache quantization save, and what does it cost?");
        return List.of(
                question, Samples.answer(question, Samples.RICH, "The user has 16 GB.\nCompare."));
    }

    static List<Message> broken() {
        var one = Samples.question("Write a long poem about memory bandwidth");
        return List.of(
                one,
                Samples.broken(one, "Half an answ", MessageStatus.STOPPED),
                one,
                Samples.broken(one, "The lanes are wide,\nthe", MessageStatus.INTERRUPTED),
                one,
                Samples.broken(one, "", MessageStatus.FAILED));
    }

    private void draw(String name, Consumer<Window> fill) {
        try (var fake = new FakeChat()) {
            var window = Stages.onFx(() -> new Window(fake));
            fill.accept(window);
            Stages.pulses(4);
            Stages.picture(
                    window.stage, folder.resolve(name + (dark ? "-dark" : "-light") + ".png"));
            Stages.runOnFx(window.stage::close);
        }
    }

    /** The chat's views side by side, as the app's window has them. */
    private final class Window {
        private final FakeChat fake;
        private final Stage stage = new Stage();
        private final ChatViews views;

        Window(FakeChat fake) {
            this.fake = fake;
            var theme = new Theme();
            theme.choose(dark ? Appearance.DARK : Appearance.LIGHT);
            var kit = Toolkit.create(new Words());
            views =
                    new ChatViews(
                            new Toolkit(kit.ui(), kit.words(), kit.views(), fake.clock),
                            fake.services());
            views.sidebar().setStyle("-fx-pref-width: 240; -fx-background-color: -pk-side");
            views.settings().setStyle("-fx-pref-width: 320; -fx-background-color: -pk-side");
            var root =
                    new BorderPane(views.conversation(), null, settings(), null, views.sidebar());
            var scene = new javafx.scene.Scene(root, width, height);
            theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            var ages = List.of(0, 2, 26, 50, 90, 400, 900);
            for (int i = 0; i < TITLES.size(); i++) {
                fake.history.put(
                        Conversation.untitled(
                                TITLES.get(i), Samples.NOW.minus(Duration.ofHours(ages.get(i)))),
                        List.of());
            }
            fake.conversations.load();
        }

        private Node settings() {
            return height > 900 ? views.settings() : new javafx.scene.layout.Region();
        }

        void open(List<Message> messages) {
            var first = fake.history.conversations().getFirst();
            fake.history.put(first, messages);
            Stages.await("listed", () -> !list().getItems().isEmpty());
            Stages.runOnFx(() -> list().getSelectionModel().select(1));
            long rows = messages.size();
            Stages.await("shown", () -> views.transcriptRows() > rows);
        }

        private javafx.scene.control.ListView<?> list() {
            return (javafx.scene.control.ListView<?>) stage.getScene().lookup(".conversations");
        }

        void stream() {
            open(rich());
            int before = Stages.onFx(views::transcriptRows);
            Stages.runOnFx(
                    () -> {
                        input().setText("And what about flash attention?\nI never understood it.");
                        fire();
                        input().setText("While it writes, the next question\ncan be typed");
                    });
            fake.backend.say(
                    "Flash attention computes the same result in **tiles**:\n\n"
                            + "1. it never writes the whole\n"
                            + "2. so");
            Stages.await("text", () -> views.transcriptRows() > before + 2);
        }

        void think() {
            fake.readiness.set(Readiness.STOPPED);
            Stages.pulses(2);
            fake.readiness.set(Readiness.READY);
            Stages.runOnFx(
                    () -> {
                        input().setText("Which is larger, 9.11 or 9.9?");
                        fire();
                    });
            fake.backend.think("Compare the decimals. 9.9 is 9.90.\nSo 9.9 is larger.");
            Stages.await("thoughts", () -> views.transcriptRows() == 2);
            Stages.pulses(2);
            fake.readiness.set(Readiness.STOPPED);
        }

        /** Renames one, deletes one, unfolds the reasoning. */
        void change() {
            open(rich());
            Stages.runOnFx(
                    () -> {
                        list().getSelectionModel().select(2);
                        list().requestFocus();
                        press(javafx.scene.input.KeyCode.DELETE);
                    });
            Stages.pulses(3);
            Stages.runOnFx(
                    () -> {
                        list().getSelectionModel().select(1);
                        press(javafx.scene.input.KeyCode.F2);
                    });
        }

        /** Scrolls up and selects everything. */
        void read() {
            open(rich());
            Stages.pulses(2);
            Stages.runOnFx(
                    () -> {
                        var pane = stage.getScene().lookup(".rows-pane");
                        pane.requestFocus();
                        key(pane, javafx.scene.input.KeyCode.PAGE_UP, false);
                        key(pane, javafx.scene.input.KeyCode.A, true);
                    });
        }

        private void key(Node on, javafx.scene.input.KeyCode code, boolean control) {
            on.fireEvent(
                    new javafx.scene.input.KeyEvent(
                            javafx.scene.input.KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            code,
                            false,
                            control,
                            false,
                            false));
        }

        private void press(javafx.scene.input.KeyCode code) {
            key(list(), code, false);
        }

        private javafx.scene.control.TextArea input() {
            return (javafx.scene.control.TextArea) stage.getScene().lookup(".text-area");
        }

        private void fire() {
            ((javafx.scene.control.Button) stage.getScene().lookup(".send-button")).fire();
        }
    }
}
