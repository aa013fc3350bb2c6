package dev.paddock.ui.text;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Parts the reasoning that a model wrote between tags into the text of its answer from the answer.
 * Tags count where a model means them: at the beginning of the text or of a line, not in code. What
 * is nested belongs to the outermost; where only the end is written, the reasoning began the text;
 * where it is missing, all the rest is reasoning.
 */
public final class ThinkTags {
    private static final String NAMES = "(?:think|thinking|thought|reasoning)";
    private static final Pattern TAG = Pattern.compile("<(/?)" + NAMES + ">");

    /** What may become a tag once there is more of the text. */
    private static final Pattern PART = Pattern.compile("<(?:/?[a-z]{0,9})?\\z");

    private static final int LONGEST = 12;
    private static final int INDENT = 3;

    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(?:```|~~~)");

    private final String text;
    private final boolean grows;
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();
    private int done;
    private boolean found;

    /** So far fences of code are counted. */
    private int fences;

    private boolean code;

    /** The reasoning without its tags, and the answer without the reasoning. */
    public record Parts(String reasoning, String answer) {}

    private ThinkTags(String text, boolean grows) {
        this.text = text;
        this.grows = grows;
    }

    /**
     * @param grows whether there will be more of {@code text}: half a tag at its end is not shown
     */
    public static Parts parts(String text, boolean grows) {
        return mayHold(text) ? new ThinkTags(text, grows).read() : new Parts("", text);
    }

    /** Most answers hold none; they are not copied. */
    private static boolean mayHold(String text) {
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            int name = text.startsWith("/", at + 1) ? at + 2 : at + 1;
            if (name >= text.length() || text.startsWith("t", name) || text.startsWith("r", name)) {
                return true;
            }
        }
        return false;
    }

    private Parts read() {
        var tags = TAG.matcher(text).results().toList();
        int next = 0;
        while (next < tags.size()) {
            var tag = tags.get(next++);
            if (!isEnd(tag) && opens(tag)) {
                answer.append(text, done, tag.start());
                int end = end(tags.subList(next, tags.size()));
                while (next < tags.size() && tags.get(next).end() <= end) {
                    next++;
                }
                think(text.substring(tag.end(), end));
                leave(end);
            } else if (isEnd(tag) && !found && closes(tag)) {
                think(text.substring(0, tag.start()));
                answer.setLength(0);
                leave(tag.end());
            }
        }
        String rest = text.substring(done);
        int part = part(rest);
        answer.append(rest, 0, isLineStart(done + part) ? part : rest.length());
        String shown = answer.toString();
        return new Parts(reasoning.toString(), found ? shown.stripLeading() : shown);
    }

    /** Where what may become a tag begins; the length where nothing does. */
    private int part(String some) {
        var half = PART.matcher(some);
        return grows && half.find(Math.max(0, some.length() - LONGEST))
                ? half.start()
                : some.length();
    }

    private void leave(int end) {
        done = end;
        fences = end;
        code = false;
        found = true;
    }

    private static boolean isEnd(MatchResult tag) {
        return !tag.group(1).isEmpty();
    }

    /** Where the reasoning ends whose tags, and perhaps later ones, follow. */
    private int end(List<MatchResult> tags) {
        int depth = 1;
        int last = text.length();
        for (var tag : tags) {
            depth += isEnd(tag) ? -1 : 1;
            last = isEnd(tag) ? tag.end() : last;
            if (depth == 0) {
                return tag.end();
            }
        }
        return last;
    }

    private void think(String thought) {
        String words = TAG.matcher(thought.substring(0, part(thought))).replaceAll("");
        if (!words.isBlank()) {
            reasoning.append(reasoning.isEmpty() ? "" : "\n\n").append(words.strip());
        }
    }

    private boolean opens(MatchResult tag) {
        return isLineStart(tag.start()) && !isInCode(tag.start());
    }

    private boolean closes(MatchResult tag) {
        boolean lineEnd = tag.end() == text.length() || text.charAt(tag.end()) == '\n';
        return (lineEnd || isLineStart(tag.start())) && !isInCode(tag.start());
    }

    private boolean isLineStart(int at) {
        int from = at;
        while (from > 0 && at - from <= INDENT && text.charAt(from - 1) == ' ') {
            from--;
        }
        return at - from <= INDENT && (from == 0 || from == done || text.charAt(from - 1) == '\n');
    }

    private boolean isInCode(int at) {
        var mark = FENCE.matcher(text).useAnchoringBounds(false);
        mark.region(Math.max(done, fences), at);
        while (mark.find()) {
            code = !code;
        }
        fences = at;
        return code;
    }
}
