package dev.paddock.ui;

import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.words.Words;

import java.util.List;
import java.util.Optional;

/** Several notices at once, in the app's own words. */
final class DemoNotices {
    private DemoNotices() {}

    static void showIn(DemoWindow demo) {
        var words = new Words();
        var notices = demo.kit.notices();
        var again = new Action(words.of("notice.tryAgain"), () -> {});
        var file = new Action(words.of("notice.showFile"), () -> {});
        var undo = new Action(words.of("chat.list.undo"), () -> {});
        notices.show(
                Notice.lasting(
                        "history",
                        Severity.BAD,
                        words.of("chat.problem.read", words.of("chat.history.damaged")),
                        again));
        notices.show(
                Notice.lasting(
                        "aside",
                        Severity.WARNING,
                        words.of(
                                "settings.putAside",
                                "/home/ada/.local/share/paddock/settings.unreadable-1.json"),
                        file));
        notices.show(
                Notice.passing(
                        "left", Severity.NEUTRAL, words.of("server.leftover", "48213", "8080")));
        notices.show(Notice.passing("copied", Severity.GOOD, words.of("diagnostics.copied")));
        notices.show(
                new Notice(
                        "deleted",
                        Severity.NEUTRAL,
                        words.of("chat.list.deleted", "A title of some length"),
                        List.of(undo),
                        Optional.empty()));
    }
}
