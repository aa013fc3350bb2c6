package dev.paddock.llama.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says the extra arguments in the words of one build: where it does not know a flag, but knows the
 * same thing by another name, that one is taken. Everything else stays as it was written.
 */
final class FlagAliases {
    /** Each line is one thing by its names over the years. */
    private static final List<List<String>> SAME =
            List.of(
                    List.of("--no-ui", "--no-webui"),
                    List.of("--ui", "--webui"),
                    List.of("--spec-draft-n-max", "--draft-max", "--draft-n", "--draft"),
                    List.of("--spec-draft-n-min", "--draft-min", "--draft-n-min"),
                    List.of("--spec-draft-p-min", "--draft-p-min"),
                    List.of("--spec-draft-model", "--model-draft", "-md"),
                    List.of("--spec-draft-ngl", "--gpu-layers-draft", "-ngld"),
                    List.of("--embeddings", "--embedding"),
                    List.of("--rerank", "--reranking"),
                    List.of("--log-verbosity", "--verbosity", "-lv"),
                    List.of("--predict", "--n-predict", "-n"));

    /** What was a flag of its own became a value of {@code --load-mode}. */
    private static final Map<String, String> LOAD_MODES =
            Map.of(
                    "--no-mmap", "none",
                    "--mmap", "mmap",
                    "--mlock", "mmap+mlock",
                    "--direct-io", "dio",
                    "-dio", "dio");

    private static final Set<String> LOAD_MODE = Set.of("-lm", "--load-mode");
    private static final Set<String> FLASH = Set.of("-fa", "--flash-attn");
    private static final Set<String> OFF = Set.of("off", "0", "false", "disabled");

    private final EngineHelp help;
    private final List<String> given;
    private final List<String> said = new ArrayList<>();
    private int at;

    private FlagAliases(List<String> given, EngineHelp help) {
        this.given = given;
        this.help = help;
    }

    /** Pure. */
    static List<String> of(List<String> arguments, EngineHelp help) {
        if (!help.known()) {
            return arguments;
        }
        var spellings = new FlagAliases(separated(arguments, help), help);
        while (spellings.at < spellings.given.size()) {
            spellings.next();
        }
        return List.copyOf(spellings.said);
    }

    /** llama-server wants a space where many programs take an equals sign, too. */
    private static List<String> separated(List<String> arguments, EngineHelp help) {
        var separated = new ArrayList<String>();
        boolean isValue = false;
        for (String word : arguments) {
            int equals = word.indexOf('=');
            if (!isValue && equals > 0 && help.wantsValue(word.substring(0, equals))) {
                separated.add(word.substring(0, equals));
                separated.add(word.substring(equals + 1));
                isValue = false;
            } else {
                separated.add(word);
                isValue = !isValue && help.wantsValue(word);
            }
        }
        return separated;
    }

    private void next() {
        String flag = given.get(at++);
        if (FLASH.contains(flag)) {
            flash(flag);
        } else if (help.knows(flag)) {
            said.add(flag);
            if (help.wantsValue(flag) && at < given.size()) {
                said.add(given.get(at++));
            }
        } else if (LOAD_MODES.containsKey(flag) && help.knows("-lm")) {
            said.addAll(List.of("-lm", LOAD_MODES.get(flag)));
        } else if (LOAD_MODE.contains(flag) && at < given.size()) {
            older(flag, given.get(at++));
        } else {
            said.add(sameThing(flag));
        }
    }

    /** It wanted no value once, and wants one now. */
    private void flash(String flag) {
        String value = at < given.size() ? given.get(at) : "";
        boolean valued = !value.isEmpty() && !value.startsWith("-");
        if (valued) {
            at++;
        }
        if (help.wantsValue(flag)) {
            said.addAll(List.of(flag, valued ? value : "on"));
        } else if (!OFF.contains(value)) {
            said.add(flag);
        }
    }

    private void older(String flag, String mode) {
        var flags =
                LOAD_MODES.entrySet().stream()
                        .filter(
                                entry ->
                                        entry.getValue().equals(mode) && help.knows(entry.getKey()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        if (!flags.isEmpty()) {
            said.add(flags.getFirst());
        } else if (!mode.equals("auto")) {
            said.addAll(List.of(flag, mode));
        }
    }

    private String sameThing(String flag) {
        return SAME.stream()
                .filter(names -> names.contains(flag))
                .flatMap(names -> help.spelling(names.toArray(String[]::new)).stream())
                .findFirst()
                .orElse(flag);
    }
}
