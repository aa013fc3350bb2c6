package dev.paddock.llama.process;

import dev.paddock.engine.EngineWarning;
import dev.paddock.engine.EngineWarning.Exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Extra arguments that open the engine further than this app would open it by itself. Pure. */
final class PrivacyRules {
    private static final Map<String, Exposure> ARGUMENTS =
            Map.ofEntries(
                    Map.entry("cors-origins", Exposure.WEB_PAGES),
                    Map.entry("cors-credentials", Exposure.WEB_PAGES),
                    Map.entry("tools", Exposure.TOOLS),
                    Map.entry("ag", Exposure.TOOLS),
                    Map.entry("agent", Exposure.TOOLS),
                    Map.entry("mcp-servers-config", Exposure.TOOLS),
                    Map.entry("mcp-servers-json", Exposure.TOOLS),
                    Map.entry("ui-mcp-proxy", Exposure.TOOLS),
                    Map.entry("webui-mcp-proxy", Exposure.TOOLS),
                    Map.entry("media-path", Exposure.FILES),
                    Map.entry("path", Exposure.FILES),
                    Map.entry("log-prompts-dir", Exposure.PROMPTS),
                    Map.entry("rpc", Exposure.WORKERS));

    /** They name places, which may be on this computer. */
    private static final Set<String> PLACES = Set.of("cors-origins", "rpc");

    private static final Pattern THIS_COMPUTER =
            Pattern.compile(
                    "(?:https?://)?(?:localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])(?::\\d+)?/?");

    private PrivacyRules() {}

    static List<EngineWarning> of(List<String> extra) {
        var found = new ArrayList<EngineWarning>();
        for (int i = 0; i < extra.size(); i++) {
            String name = ReservedArguments.name(extra.get(i));
            String value = i + 1 < extra.size() ? extra.get(i + 1) : "";
            var exposed = ARGUMENTS.get(name);
            if (exposed != null && !(PLACES.contains(name) && onThisComputer(value))) {
                found.add(new EngineWarning.PrivacyWeakened(extra.get(i), exposed));
            }
        }
        return List.copyOf(found);
    }

    private static boolean onThisComputer(String places) {
        return Stream.of(places.split(","))
                .allMatch(place -> THIS_COMPUTER.matcher(place.strip()).matches());
    }
}
