package dev.paddock.settings;

import dev.paddock.option.Option;
import dev.paddock.option.Options;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The options of this run's command line. One that a person has set since for a model or a
 * conversation holds no more there; everywhere else it goes on holding. Never kept.
 *
 * @param said what the command line says
 * @param overruled what is set since, and where
 */
public record CommandLineOptions(Options said, Map<Place, Set<Option<?>>> overruled) {
    public static final CommandLineOptions NONE = of(Options.EMPTY);

    /** Where a person can set an option for less than everything. */
    public sealed interface Place {
        record Model(Path file) implements Place {}

        record Conversation(UUID id) implements Place {}
    }

    public CommandLineOptions {
        overruled = Map.copyOf(overruled);
    }

    public static CommandLineOptions of(Options said) {
        return new CommandLineOptions(said, Map.of());
    }

    /**
     * What is left of them at this place; a value that is reset there overrules nothing.
     *
     * @param own what is set at the place now
     */
    CommandLineOptions at(Place place, Options own) {
        var gone = overruled.getOrDefault(place, Set.of());
        return only(option -> !(gone.contains(option) && own.has(option)));
    }

    /** A person has set these at this place. */
    CommandLineOptions overrule(Place place, Collection<? extends Option<?>> set) {
        var gone = new LinkedHashSet<>(overruled.getOrDefault(place, Set.of()));
        set.stream().filter(said::has).forEach(gone::add);
        if (gone.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(overruled);
        all.put(place, Set.copyOf(gone));
        return new CommandLineOptions(said, all);
    }

    CommandLineOptions only(Predicate<Option<?>> wanted) {
        return new CommandLineOptions(said.only(wanted), overruled);
    }

    /** As a later start says, over what the first one said, and over what was set since. */
    CommandLineOptions later(Options newer) {
        var all = new HashMap<Place, Set<Option<?>>>();
        overruled.forEach(
                (place, gone) -> {
                    var left = new LinkedHashSet<>(gone);
                    left.removeIf(newer::has);
                    all.put(place, Set.copyOf(left));
                });
        return new CommandLineOptions(newer.over(said), all);
    }
}
