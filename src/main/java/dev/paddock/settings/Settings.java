package dev.paddock.settings;

import dev.paddock.engine.HealthPolicy;
import dev.paddock.engine.ServerSettings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All a person has chosen, kept between runs.
 *
 * @param engine an executable or a folder that holds one; empty searches the usual places
 * @param recentModels newest first, at most {@value #MOST_RECENT_MODELS}
 * @param health what is done for a running engine unasked
 */
public record Settings(
        Optional<Path> engine,
        Optional<Path> model,
        List<Path> recentModels,
        ServerSettings server,
        HealthPolicy health,
        Appearance appearance,
        WindowPlace window) {
    public static final int MOST_RECENT_MODELS = 12;

    public static final Settings DEFAULT =
            new Settings(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    ServerSettings.DEFAULT,
                    HealthPolicy.DEFAULT,
                    Appearance.SYSTEM,
                    WindowPlace.DEFAULT);

    public Settings {
        recentModels = List.copyOf(recentModels.stream().limit(MOST_RECENT_MODELS).toList());
    }

    /** Chosen, and first among the recent ones. */
    public Settings withModel(Path chosen) {
        var recent = new ArrayList<Path>();
        recent.add(chosen);
        recentModels.stream().filter(path -> !path.equals(chosen)).forEach(recent::add);
        return new Settings(
                engine, Optional.of(chosen), recent, server, health, appearance, window);
    }

    /** Takes {@code path} off the recent ones; it stays chosen if it is. */
    public Settings withoutRecentModel(Path path) {
        var recent = recentModels.stream().filter(each -> !each.equals(path)).toList();
        return new Settings(engine, model, recent, server, health, appearance, window);
    }

    public Settings withEngine(Optional<Path> chosen) {
        return new Settings(chosen, model, recentModels, server, health, appearance, window);
    }

    public Settings withServer(ServerSettings changed) {
        return new Settings(engine, model, recentModels, changed, health, appearance, window);
    }

    public Settings withHealth(HealthPolicy changed) {
        return new Settings(engine, model, recentModels, server, changed, appearance, window);
    }

    public Settings withAppearance(Appearance chosen) {
        return new Settings(engine, model, recentModels, server, health, chosen, window);
    }

    public Settings withWindow(WindowPlace place) {
        return new Settings(engine, model, recentModels, server, health, appearance, place);
    }
}
