package dev.paddock.model;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of one file of a split model: {@code stem-00002-of-00005.gguf}.
 *
 * @param parts how many files the model has, at least 1
 */
record SplitName(Path folder, String stem, int parts) {
    private static final Pattern NAME =
            Pattern.compile("(.+)-(\\d{5})-of-(\\d{5})\\.gguf", Pattern.DOTALL);

    static Optional<SplitName> of(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        int parts = Integer.parseInt(name.group(3));
        return Optional.of(new SplitName(file.resolveSibling(""), name.group(1), parts));
    }

    /**
     * @param number counts from 1
     */
    Path part(int number) {
        return folder.resolve(
                String.format(Locale.ROOT, "%s-%05d-of-%05d.gguf", stem, number, parts));
    }
}
