package dev.paddock.packaging;

import dev.paddock.packaging.Pom.Licence;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The licences of all that is bundled: of each library what its own metadata and jar say, of Java
 * and the engine where their texts lie in the image.
 */
final class Notices {
    static final String FILE = "THIRD-PARTY.txt";

    private static final Path TEXTS = Path.of("packaging", "jpackage", "licences");
    private static final Path OWN = Path.of("LICENSE");
    private static final Path FONTS = Path.of("target", "classes", "dev", "paddock", "fonts");
    private static final String HEAD =
            """
            What is bundled with this app, and under which licences
            =======================================================

            The app itself: Apache-2.0, see LICENSE beside this file.

            Java (OpenJDK %s, %s): GPL-2.0 with the Classpath Exception, and what the texts in
            ../../runtime/legal say of its parts. Its sources: https://github.com/openjdk/jdk25u

            The engine, where one is bundled, and the libraries beside it: the packages, versions and
            sources are listed in ../engine/packages.txt, the licences lie in ../engine/licenses.

            Drawings of emoji: Noto Emoji by Google, https://github.com/googlefonts/noto-emoji, as
            packed with https://github.com/vanniktech/Emoji: Apache-2.0, its text is LICENSE beside
            this file.

            Formulas: MathJax, https://www.mathjax.org, as packed with https://www.webjars.org:
            Apache-2.0, its text is LICENSE beside this file.

            Typefaces: their licences are %s beside this file.

            Libraries
            ---------
            """;

    private final Path folder;
    private final Path runtime;
    private final Map<String, List<String>> libraries = new TreeMap<>();

    private Notices(Path folder, Path runtime) {
        this.folder = folder;
        this.runtime = runtime;
    }

    /**
     * Writes the list and every text it names.
     *
     * @param runtime the linked Java, for the texts in it
     * @throws IOException also when the licence text of a library is not known
     */
    static void write(Path folder, Path runtime) throws IOException {
        var notices = new Notices(Tools.fresh(folder), runtime);
        Files.copy(OWN, folder.resolve("LICENSE"));
        var fonts = notices.copyFonts();
        for (Path jar : AppList.modulePath()) {
            if (Files.isRegularFile(jar) && !jar.toString().contains("jspecify")) {
                notices.add(jar);
            }
        }
        var text = new StringBuilder();
        String head = HEAD.replace("../../runtime", "../../" + runtime.getFileName());
        text.append(
                head.formatted(
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        String.join(", ", fonts)));
        notices.libraries.forEach(
                (name, lines) ->
                        text.append("\n").append(name).append("\n").append(String.join("", lines)));
        Files.writeString(folder.resolve(FILE), text);
    }

    private List<String> copyFonts() throws IOException {
        var names = new ArrayList<String>();
        for (Path file : Tools.files(FONTS)) {
            String name = file.getFileName().toString();
            if (name.startsWith("LICENSE")) {
                Files.copy(file, folder.resolve(name));
                names.add(name);
            }
        }
        return names;
    }

    private void add(Path jar) throws IOException {
        var pom = Pom.ofJar(jar);
        String name = pom.artifact() + " " + pom.version();
        if (libraries.containsKey(name)) {
            return;
        }
        var lines = new ArrayList<String>();
        for (Licence licence : pom.licences()) {
            lines.add("    %s  %s%n".formatted(licence.name(), licence.url()));
        }
        if (!pom.authors().isEmpty()) {
            lines.add("    by " + String.join(", ", pom.authors()) + "\n");
        }
        var texts = textsIn(jar, pom.artifact());
        if (texts.isEmpty()) {
            texts.add(standard(pom));
        }
        lines.add("    text: " + String.join(", ", texts) + "\n");
        libraries.put(name, lines);
    }

    /** The licence and notice files a jar carries. */
    private List<String> textsIn(Path jar, String artifact) throws IOException {
        var names = new ArrayList<String>();
        try (var content = FileSystems.newFileSystem(jar)) {
            for (Path file : Tools.files(content.getPath("/META-INF"))) {
                String name = file.getFileName().toString();
                if (name.toUpperCase(Locale.ROOT).matches(".*(LICEN[CS]E|NOTICE).*")) {
                    String copy = artifact + "/" + name;
                    Files.createDirectories(folder.resolve(artifact));
                    Files.copy(file, folder.resolve(copy));
                    names.add(copy);
                }
            }
        }
        return names;
    }

    /** The text of the first licence a library names that is known here. */
    private String standard(Pom pom) throws IOException {
        for (Licence licence : pom.licences()) {
            var known = known(licence.name());
            if (known.isPresent()) {
                String name = known.get().getFileName().toString();
                if (name.equals("LICENSE") && known.get().equals(OWN)) {
                    return name;
                }
                if (known.get().startsWith(runtime)) {
                    return "../../" + runtime.getParent().relativize(known.get());
                }
                Path copy = folder.resolve(name);
                if (Files.notExists(copy)) {
                    Files.copy(known.get(), copy);
                }
                return name;
            }
        }
        throw new IOException(
                pom.artifact()
                        + " brings no licence text, and none is known for "
                        + pom.licences());
    }

    private Optional<Path> known(String licence) {
        if (licence.contains("Apache")) {
            return Optional.of(OWN);
        }
        if (licence.startsWith("MIT")) {
            return Optional.of(TEXTS.resolve("MIT.txt"));
        }
        if (licence.equals("EPL-2.0")) {
            return Optional.of(TEXTS.resolve("EPL-2.0.txt"));
        }
        if (licence.startsWith("Mozilla Public License, Version 2.0")) {
            return Optional.of(TEXTS.resolve("MPL-2.0.txt"));
        }
        return licence.equals("GPLv2+CE")
                ? Optional.of(runtime.resolve("legal").resolve("java.base").resolve("LICENSE"))
                : Optional.empty();
    }
}
