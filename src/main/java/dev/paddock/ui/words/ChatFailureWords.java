package dev.paddock.ui.words;

import dev.paddock.chat.ChatFailure;
import dev.paddock.chat.HistoryException;
import dev.paddock.chat.HistoryFailure;
import dev.paddock.chat.HistoryFiles.KeptCopy;
import dev.paddock.chat.HistoryIncident;

import java.util.Date;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;

/** Why an answer or a conversation cannot be had, in sentences that name cause and remedy. */
public final class ChatFailureWords {
    private static final String FAILURE = "chat.failure.";
    private static final String HISTORY = "chat.history.";

    private final Words words;

    public ChatFailureWords(Words words) {
        this.words = words;
    }

    /** Why an answer could not be had or not be finished. */
    public String of(ChatFailure failure) {
        return switch (failure) {
            case ChatFailure.EngineNotReady _ -> words.of(FAILURE + "notReady");
            case ChatFailure.ConnectionLost(var how) -> words.of(FAILURE + "connection." + how);
            case ChatFailure.ContextOverflow(int prompt, int context) ->
                    words.of(FAILURE + "context", prompt, context);
            case ChatFailure.ContextFull _ -> words.of(FAILURE + "contextFull");
            case ChatFailure.Unauthorized _ -> words.of(FAILURE + "key");
            case ChatFailure.Rejected(int status, var says) ->
                    says.isBlank()
                            ? words.of(FAILURE + "rejected.silent", Integer.toString(status))
                            : words.of(FAILURE + "rejected", Integer.toString(status), says);
            case ChatFailure.BrokenStream(var fault, var says) ->
                    says.isBlank()
                            ? words.of(FAILURE + "broken." + fault)
                            : words.of(FAILURE + "broken.quoted", says);
            case ChatFailure.DeviceLost(var says) -> words.of(FAILURE + "deviceLost", says);
            case ChatFailure.TimeLimit(var limit) ->
                    words.of(FAILURE + "timeLimit", limit.toSeconds());
            case ChatFailure.NotSaved(var why) -> words.of(FAILURE + "notSaved", of(why));
            case ChatFailure.ConversationClosed _ -> words.of(FAILURE + "closed");
        };
    }

    /** Why the history cannot be read or written. */
    public String of(HistoryFailure failure) {
        var file = failure.file();
        return switch (failure) {
            case HistoryFailure.DiskFull _ -> words.of(HISTORY + "diskFull", file);
            case HistoryFailure.NoPermission _ -> words.of(HISTORY + "noPermission", file);
            case HistoryFailure.Damaged damaged ->
                    cause(damaged) + " " + words.of(HISTORY + "damaged.remedy");
            case HistoryFailure.InUse _ -> words.of(HISTORY + "inUse", file);
            case HistoryFailure.TooNew(_, int format, int newest, var writer) ->
                    writer.map(paddock -> words.of(HISTORY + "tooNew", file, paddock))
                            .orElseGet(
                                    () ->
                                            words.of(
                                                    HISTORY + "tooNew.unnamed",
                                                    file,
                                                    Integer.toString(format),
                                                    Integer.toString(newest)));
            case HistoryFailure.WouldLose _ -> words.of(HISTORY + "wouldLose", file);
            case HistoryFailure.Unusable(_, var says) ->
                    says.isBlank()
                            ? words.of(HISTORY + "unusable.silent", file)
                            : words.of(HISTORY + "unusable", file, says);
        };
    }

    /** What happened to the history while it was in use. */
    public String of(HistoryIncident incident) {
        var file = incident.file();
        var at = Date.from(incident.at());
        return switch (incident) {
            case HistoryIncident.Rewritten _ -> words.of(HISTORY + "rewritten", file, at);
            case HistoryIncident.Displaced(_, _, var found) ->
                    words.of(HISTORY + "displaced", file, at, found);
            case HistoryIncident.Adrift(_, _, var why) ->
                    words.of(HISTORY + "adrift", file, at, of(why));
            case HistoryIncident.Missing _ -> words.of(HISTORY + "missing", file);
            case HistoryIncident.NotBackedUp(_, _, var why) ->
                    words.of(HISTORY + "notBackedUp", of(why));
            case HistoryIncident.Broken(var why, _) -> words.of(HISTORY + "cutOff", at, of(why));
        };
    }

    /** What stands in the way of text that waits to be saved; of a damaged file the cause alone. */
    public String unsaved(HistoryFailure failure) {
        var why = failure instanceof HistoryFailure.Damaged damaged ? cause(damaged) : of(failure);
        return words.of("chat.unsaved", why);
    }

    /** Whatever a call ended with; what nobody foresaw is a defect, and the log tells of it. */
    public String of(Throwable failure) {
        return switch (failure) {
            case CompletionException outer when outer.getCause() != null -> of(outer.getCause());
            case HistoryException history -> of(history.failure());
            case NoSuchElementException _ -> words.of(FAILURE + "gone");
            default -> words.of(FAILURE + "defect", words.defect(failure));
        };
    }

    /** What a copy that can be restored holds. */
    public String copy(KeptCopy copy) {
        return words.of(HISTORY + "copy", Date.from(copy.made()));
    }

    private String cause(HistoryFailure.Damaged damaged) {
        return words.of(HISTORY + "damaged." + damaged.damage(), damaged.file());
    }
}
