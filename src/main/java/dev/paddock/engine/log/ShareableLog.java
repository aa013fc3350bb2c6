package dev.paddock.engine.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Those lines of the engine's last run that may be shown to others, because no part of a chat can
 * be in them. All that it wrote before it was ready; after that only lines in the engine's own form
 * and the last cries of a crash. An engine told to log everything logs prompts and answers too:
 * then nothing after it was ready.
 *
 * @param lines oldest first
 * @param leftOut how many were not taken because of what they might hold
 * @param talkative whether the engine logs chats
 */
public record ShareableLog(List<String> lines, int leftOut, boolean talkative) {
    /** From here on prompts are logged: llama.cpp's level of debugging. */
    private static final int TELLING_LEVEL = 5;

    private static final int MOST_READ = 5000;
    private static final int LONGEST = 400;
    private static final int SHARE_OF_BEGINNING = 4;
    private static final String CUT = "…";

    private static final Set<String> VERBOSE = Set.of("-v", "--verbose", "--log-verbose");
    private static final Set<String> LEVEL = Set.of("-lv", "--verbosity", "--log-verbosity");

    /** Minutes, seconds, milli- and microseconds, and the level. */
    private static final Pattern OWN = Pattern.compile("^\\s*\\d+(?:\\.\\d+){3} [IWE] ");

    private static final Pattern DEBUG = Pattern.compile("^\\s*\\d+(?:\\.\\d+){3} D ");

    private static final Pattern CRASH =
            Pattern.compile(
                    "^(?:\\S+:\\d+: )?(?:GGML_ASSERT|(?:CUDA|ROCm|HIP|Vulkan|Metal|SYCL)"
                            + " error|ggml_|terminate called|Segmentation fault|Aborted|Killed|Bus"
                            + " error)");

    /** Behind these the engine repeats what it was sent or what it answered. */
    private static final Pattern REPEATS =
            Pattern.compile(
                    "(got exception: |failed to parse |error parsing |parse error).*",
                    Pattern.CASE_INSENSITIVE);

    public ShareableLog {
        lines = List.copyOf(lines);
    }

    /**
     * @param most so many lines; of more, those in the middle are left out
     */
    public static ShareableLog of(LogSource log, int most) {
        var runs = log.runs().value();
        if (runs.isEmpty()) {
            return new ShareableLog(List.of(), 0, false);
        }
        var run = runs.getLast();
        long ready = run.readyAfter().orElse(Long.MAX_VALUE);
        var all = beginningAndEnd(log, run.after());
        boolean talkative =
                tellsAll(run.command())
                        || all.stream()
                                .anyMatch(
                                        line ->
                                                line.number() > ready
                                                        && DEBUG.matcher(line.text()).find());
        var taken = new ArrayList<String>();
        int leftOut = 0;
        for (var line : all) {
            if (line.number() <= ready) {
                taken.add(line.text());
            } else if (!talkative && harmless(line.text())) {
                taken.add(REPEATS.matcher(line.text()).replaceAll("$1" + CUT));
            } else {
                leftOut++;
            }
        }
        var lines = middleOut(taken, most).stream().map(ShareableLog::cut).toList();
        return new ShareableLog(lines, leftOut, talkative);
    }

    private static List<LogLine> beginningAndEnd(LogSource log, long after) {
        var end = log.lastLines(after, MOST_READ);
        long first = end.isEmpty() ? Long.MAX_VALUE : end.getFirst().number();
        var all = new ArrayList<>(log.nextLines(after));
        all.removeIf(line -> line.number() >= first);
        all.addAll(end);
        return all;
    }

    /** How it began tells of the machine, how it goes on tells of the trouble. */
    private static List<String> middleOut(List<String> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, most / SHARE_OF_BEGINNING));
        kept.add(CUT);
        kept.addAll(lines.subList(lines.size() - most + kept.size(), lines.size()));
        return kept;
    }

    private static boolean harmless(String line) {
        return OWN.matcher(line).find() || CRASH.matcher(line).find();
    }

    private static boolean tellsAll(List<String> command) {
        for (int i = 0; i < command.size(); i++) {
            if (VERBOSE.contains(command.get(i))) {
                return true;
            }
            if (i > 0 && LEVEL.contains(command.get(i - 1)) && telling(command.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean telling(String level) {
        try {
            return Integer.parseInt(level) >= TELLING_LEVEL;
        } catch (NumberFormatException other) {
            return true;
        }
    }

    private static String cut(String line) {
        return line.length() > LONGEST ? line.substring(0, LONGEST) + CUT : line;
    }
}
