package dev.paddock.packaging;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Java runtime with the app's modules linked in. */
final class RuntimeImage {
    private RuntimeImage() {}

    /**
     * Links it. Of the module to be left out only the named folders remain, and none of its native
     * libraries, which would bring dependencies along.
     *
     * @param jmods the modules that are not the JDK's own
     * @param target must not exist
     */
    static void link(AppList app, Path jmods, Path target) throws IOException {
        String module = app.of("exclude");
        Path unwanted = jmods.resolveSibling("excluded");
        Files.write(unwanted, excluded(module, app.words("keep")));
        var arguments = new ArrayList<>(List.of("--module-path", jmods.toString()));
        arguments.addAll(List.of("--add-modules", app.of("modules")));
        arguments.addAll(app.words("jlink"));
        arguments.add("--exclude-resources=@" + unwanted);
        arguments.add("--exclude-files=regex:/" + Pattern.quote(module) + "/(lib|bin|conf)/.*");
        arguments.addAll(List.of("--output", target.toString()));
        Tools.run("jlink", arguments);
    }

    /** Patterns for all of a module's resources but its descriptor and those in {@code kept}. */
    private static List<String> excluded(String module, List<String> kept) throws IOException {
        ModuleReference found = ModuleFinder.ofSystem().find(module).orElseThrow();
        try (var reader = found.open();
                var resources = reader.list()) {
            var names =
                    resources
                            .filter(name -> !name.endsWith("/"))
                            .filter(name -> kept.stream().noneMatch(name::startsWith))
                            .collect(Collectors.toCollection(TreeSet::new));
            names.remove("module-info.class");
            names.removeAll(placeholders(found.descriptor(), names));
            return names.stream()
                    .map(name -> "regex:" + Pattern.quote("/" + module + "/" + name))
                    .toList();
        }
    }

    /** The linker wants each package of a module to hold something: one file, never used. */
    private static List<String> placeholders(ModuleDescriptor descriptor, TreeSet<String> names) {
        return descriptor.packages().stream()
                .map(name -> name.replace('.', '/') + "/")
                .flatMap(
                        folder ->
                                names.stream()
                                        .filter(name -> name.startsWith(folder))
                                        .filter(name -> name.lastIndexOf('/') < folder.length())
                                        .min(Comparator.comparingInt(String::length))
                                        .stream())
                .toList();
    }
}
