package dev.paddock.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The model in use, and those used lately.
 *
 * @param recent newest first, at most {@value #MOST_RECENT}
 */
public record ModelSelection(Optional<Path> chosen, List<Path> recent, ModelLoading loading) {
    public static final int MOST_RECENT = 12;

    public static final ModelSelection NONE = new ModelSelection(Optional.empty(), List.of());

    public ModelSelection(Optional<Path> chosen, List<Path> recent) {
        this(chosen, recent, ModelLoading.DEFAULT);
    }

    public ModelSelection {
        recent = recent.stream().limit(MOST_RECENT).toList();
    }

    /** Chosen, and first among the recent ones. */
    ModelSelection with(Path model) {
        var all = new ArrayList<Path>();
        all.add(model);
        recent.stream().filter(path -> !path.equals(model)).forEach(all::add);
        return new ModelSelection(Optional.of(model), all, loading);
    }

    /** Takes {@code path} off the recent ones; it stays chosen if it is. */
    ModelSelection withoutRecent(Path path) {
        return new ModelSelection(
                chosen, recent.stream().filter(each -> !each.equals(path)).toList(), loading);
    }

    ModelSelection with(ModelLoading changed) {
        return new ModelSelection(chosen, recent, changed);
    }
}
