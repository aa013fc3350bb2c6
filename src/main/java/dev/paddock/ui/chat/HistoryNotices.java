package dev.paddock.ui.chat;

import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFiles.KeptCopy;
import dev.paddock.chat.HistoryIncident;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Notice.Action;
import dev.paddock.ui.common.Notices;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.UiExecutor;
import dev.paddock.ui.words.ChatFailureWords;
import dev.paddock.ui.words.Words;

import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Says why the history could not be read or written, with the buttons that help against that cause.
 * Used on one thread, that of {@code fx}.
 */
final class HistoryNotices {
    private static final String ASIDE = "chat.problem.aside";
    private static final String INCIDENT = "chat.history.incident";

    private final ChatServices services;
    private final UiExecutor fx;
    private final Words words;
    private final Notices notices;
    private final ChatFailureWords sentences;
    private final Runnable replaced;

    /**
     * @param replaced called when another history has taken the place of a damaged one
     */
    HistoryNotices(
            ChatServices services, UiExecutor fx, Words words, Notices notices, Runnable replaced) {
        this.services = services;
        this.fx = fx;
        this.words = words;
        this.notices = notices;
        this.replaced = replaced;
        sentences = new ChatFailureWords(words);
    }

    /**
     * @param key of a sentence that takes the cause as {0}
     * @param failure what a call ended with
     * @param again tries once more
     */
    void tell(String topic, String key, Throwable failure, Runnable again) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        var text = words.of(key, sentences.of(failure));
        if (cause instanceof HistoryException history) {
            tell(topic, text, history.failure(), again);
        } else {
            LoggerFactory.getLogger(HistoryNotices.class).error("{}", key, failure);
            show(topic, text, List.of(tryAgain(again)));
        }
    }

    /**
     * @param text the whole of what is said
     */
    void tell(String topic, String text, HistoryFailure why, Runnable again) {
        if (why instanceof HistoryFailure.Damaged) {
            services.recovery()
                    .copy()
                    .exceptionally(_ -> Optional.empty())
                    .thenAccept(copy -> fx.execute(() -> offer(topic, text, why, again, copy)));
        } else {
            offer(topic, text, why, again, Optional.empty());
        }
    }

    /** What happened to the file while it was in use. */
    void tell(HistoryIncident incident) {
        var text = sentences.of(incident);
        switch (incident) {
            case HistoryIncident.Rewritten(var file, _) -> tellOf(file, text);
            case HistoryIncident.NotBackedUp _, HistoryIncident.Missing _ ->
                    notices.show(Notice.lasting(INCIDENT, Severity.WARNING, text));
            case HistoryIncident.Displaced(_, _, var found) -> tellOf(found, text);
            case HistoryIncident.Adrift adrift ->
                    show(INCIDENT, text, List.of(tryAgain(() -> tryAgain(adrift))));
            case HistoryIncident.Broken(var why, _) ->
                    tell(INCIDENT, text, why, () -> tell(incident));
        }
    }

    private void tellOf(Path file, String text) {
        var look = Action.look(words.of("notice.showInFolder"), () -> open(file));
        notices.show(Notice.lasting(INCIDENT, Severity.WARNING, text, look));
    }

    /** Where trying again succeeds, that is told as what happened next. */
    private void tryAgain(HistoryIncident.Adrift adrift) {
        services.recovery()
                .keepInPlace()
                .exceptionally(
                        _ -> {
                            fx.execute(() -> tell(adrift));
                            return null;
                        });
    }

    private void offer(
            String topic,
            String text,
            HistoryFailure why,
            Runnable again,
            Optional<KeptCopy> copy) {
        var look = Action.look(words.of("notice.showInFolder"), () -> open(why.file()));
        var retry = tryAgain(again);
        switch (why) {
            case HistoryFailure.Damaged _ -> {
                var whole = copy.map(kept -> text + " " + sentences.copy(kept)).orElse(text);
                var actions = new ArrayList<Action>();
                actions.add(new Action(words.of("chat.history.beginAnew"), this::beginAnew));
                copy.ifPresent(kept -> actions.add(restore(kept)));
                actions.addAll(List.of(look, retry));
                show(topic, whole, actions);
            }
            case HistoryFailure.TooNew _, HistoryFailure.WouldLose _ ->
                    show(topic, text, List.of(look));
            case HistoryFailure.DiskFull _, HistoryFailure.NoPermission _, HistoryFailure.InUse _ ->
                    show(topic, text, List.of(retry));
            case HistoryFailure.Unusable _ -> show(topic, text, List.of(retry, look));
        }
    }

    private void beginAnew() {
        replace(
                services.recovery().beginAnew(),
                aside -> words.of("chat.history.aside", aside),
                this::beginAnew);
    }

    private Action restore(KeptCopy copy) {
        return new Action(words.of("chat.history.restore"), () -> restoreNow(copy));
    }

    /** Puts it in the history's place, and says where that lies now. */
    void restoreNow(KeptCopy copy) {
        replace(
                services.recovery().restore(copy),
                aside -> words.of("chat.history.restored", Date.from(copy.made()), aside),
                () -> restoreNow(copy));
    }

    private void replace(
            CompletableFuture<Path> work, Function<Path, String> sentence, Runnable again) {
        work.whenComplete(
                (aside, failure) ->
                        fx.execute(
                                () -> {
                                    if (failure == null) {
                                        tellWhere(aside, sentence.apply(aside));
                                        replaced.run();
                                    } else {
                                        tell(ASIDE, ASIDE, failure, again);
                                    }
                                }));
    }

    private void tellWhere(Path aside, String sentence) {
        notices.show(
                Notice.lasting(
                        "chat.history.aside",
                        Severity.GOOD,
                        sentence,
                        Action.look(words.of("notice.showInFolder"), () -> open(aside))));
    }

    private void open(Path file) {
        var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        services.browser().accept(folder.toUri());
    }

    private Action tryAgain(Runnable again) {
        return new Action(words.of("notice.tryAgain"), again);
    }

    private void show(String topic, String text, List<Action> actions) {
        notices.show(new Notice(topic, Severity.BAD, text, actions, Optional.empty()));
    }
}
