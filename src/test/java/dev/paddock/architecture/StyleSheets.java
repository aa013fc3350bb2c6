package dev.paddock.architecture;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What style sheets and the nodes they are for have not in common. Selectors of the toolkit and of
 * its theme are read from their own sheets.
 *
 * @param sheets each class with a sheet that names it
 * @param colours the app's own colours, each with the sheets that define it
 * @param taken the app's own colours that some sheet takes
 * @param used each class with a file that gives it to a node
 */
record StyleSheets(
        Map<String, String> sheets,
        Map<String, Set<String>> colours,
        Set<String> taken,
        Map<String, String> used) {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("\\{[^}]*}");
    private static final Pattern CLASS = Pattern.compile("\\.([A-Za-z_][\\w-]*)");
    private static final Pattern COLOUR = Pattern.compile("(-pk-[\\w-]+)(\\s*:)?");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final List<String> TOOLKIT =
            List.of(
                    "com/sun/javafx/scene/control/skin/modena/modena.css",
                    "atlantafx/base/theme/primer-light.css");

    static StyleSheets below(Path... folders) throws IOException {
        var files = new ArrayList<Path>();
        for (Path folder : folders) {
            files.addAll(Sizes.sources(folder));
        }
        var read =
                new StyleSheets(
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeSet<>(),
                        UsedStyleClasses.in(files));
        for (Path file : files) {
            if (file.toString().endsWith(".css")) {
                read.add(file.getFileName().toString(), Files.readString(file));
            }
        }
        return read;
    }

    private void add(String sheet, String text) {
        classes(text).forEach(name -> sheets.putIfAbsent(name, sheet));
        COLOUR.matcher(COMMENT.matcher(text).replaceAll(""))
                .results()
                .forEach(
                        each -> {
                            if (each.group(2) == null) {
                                taken.add(each.group(1));
                            } else {
                                colours.computeIfAbsent(each.group(1), _ -> new TreeSet<>())
                                        .add(sheet);
                            }
                        });
    }

    private static Set<String> classes(String text) {
        String selectors = BLOCK.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(" ");
        return CLASS.matcher(selectors)
                .results()
                .map(each -> each.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** In words, sorted. */
    List<String> faults() throws IOException {
        var toolkit = toolkit();
        var faults = new TreeSet<String>();
        Stream.concat(sheets.entrySet().stream(), used.entrySet().stream())
                .filter(each -> !toolkit.contains(each.getKey()))
                .filter(each -> !NAME.matcher(each.getKey()).matches())
                .forEach(each -> faults.add(each.getValue() + ": spelling of " + each.getKey()));
        used.forEach(
                (name, file) -> {
                    if (!sheets.containsKey(name) && !toolkit.contains(name)) {
                        faults.add(file + ": no sheet has " + name);
                    }
                });
        sheets.forEach(
                (name, sheet) -> {
                    if (!used.containsKey(name) && !toolkit.contains(name)) {
                        faults.add(sheet + ": nothing is a " + name);
                    }
                });
        colours.forEach(
                (name, themes) -> {
                    if (!taken.contains(name)) {
                        faults.add(themes + ": nothing takes " + name);
                    }
                });
        taken.stream()
                .filter(name -> colours.getOrDefault(name, Set.of()).size() != 2)
                .forEach(name -> faults.add(name + " is not in both themes"));
        return List.copyOf(faults);
    }

    private static Set<String> toolkit() throws IOException {
        var names = new TreeSet<String>();
        for (String sheet : TOOLKIT) {
            URL url = StyleSheets.class.getClassLoader().getResource(sheet);
            try (var in = Objects.requireNonNull(url, sheet).openStream()) {
                names.addAll(classes(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        return names;
    }
}
