package dev.paddock.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Options in the order they are shown, found by their names. */
public final class Catalogue {
    private final List<Option<?>> options;
    private final Map<String, Option<?>> byKey = new LinkedHashMap<>();
    private final Map<String, Option<?>> byFlag = new LinkedHashMap<>();
    private final Map<String, Option<?>> byOtherName = new LinkedHashMap<>();

    public Catalogue(List<Option<?>> options) {
        this.options = List.copyOf(options);
        for (var option : options) {
            byKey.put(option.key(), option);
            option.spelling().flags().forEach(flag -> byFlag.put(flag, option));
            Stream.of(
                            Stream.of(option.key()),
                            option.field().stream(),
                            option.spelling().flags().stream())
                    .flatMap(names -> names)
                    .forEach(name -> byOtherName.putIfAbsent(plain(name), option));
        }
    }

    /** All there is. */
    public static Catalogue every() {
        return Every.CATALOGUE;
    }

    public List<Option<?>> options() {
        return options;
    }

    public boolean contains(Option<?> option) {
        return option.equals(byKey.get(option.key()));
    }

    public Optional<Option<?>> byKey(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** By any of its spellings on a command line. */
    public Optional<Option<?>> byFlag(String flag) {
        return Optional.ofNullable(byFlag.get(flag));
    }

    /**
     * By a name that is not its key but means it: the field of a request, a flag with or without
     * its dashes, the key in another case.
     */
    public Optional<Option<?>> byOtherName(String name) {
        return Optional.ofNullable(byOtherName.get(plain(name)));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    /** Apart, because the two catalogues have to be there first. */
    private static final class Every {
        private static final Catalogue CATALOGUE =
                new Catalogue(
                        Stream.concat(
                                        EngineOptions.CATALOGUE.options().stream(),
                                        SamplingOptions.CATALOGUE.options().stream())
                                .toList());
    }
}
