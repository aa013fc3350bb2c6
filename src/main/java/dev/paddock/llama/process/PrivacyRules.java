package dev.paddock.llama.process;

import dev.paddock.engine.EngineWarning;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Extra arguments that open the engine further than this app would open it by itself. Pure. */
final class PrivacyRules {
    /** Let whoever may ask it run tools, read files or see what was asked. */
    private static final Set<String> ALWAYS =
            Set.of(
                    "cors-credentials",
                    "tools",
                    "ag",
                    "agent",
                    "mcp-servers-config",
                    "mcp-servers-json",
                    "ui-mcp-proxy",
                    "webui-mcp-proxy",
                    "media-path",
                    "path",
                    "log-prompts-dir");

    /** Web pages of these places may ask the engine. */
    private static final String ORIGINS = "cors-origins";

    /** Other machines that see what is computed. */
    private static final String WORKERS = "rpc";

    private static final Pattern THIS_COMPUTER =
            Pattern.compile(
                    "(?:https?://)?(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?/?");

    private PrivacyRules() {}

    static List<EngineWarning> of(List<String> extra) {
        var found = new ArrayList<EngineWarning>();
        for (int i = 0; i < extra.size(); i++) {
            String name = ReservedArguments.name(extra.get(i));
            String value = i + 1 < extra.size() ? extra.get(i + 1) : "";
            boolean elsewhere =
                    (name.equals(ORIGINS) || name.equals(WORKERS)) && !onThisComputer(value);
            if (elsewhere || ALWAYS.contains(name)) {
                found.add(new EngineWarning.PrivacyWeakened(extra.get(i)));
            }
        }
        return List.copyOf(found);
    }

    private static boolean onThisComputer(String places) {
        return Stream.of(places.split(","))
                .allMatch(place -> THIS_COMPUTER.matcher(place.strip()).matches());
    }
}
