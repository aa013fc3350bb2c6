package dev.paddock.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * What is too large. A method's lines are counted from its first to that of its closing brace,
 * without the comment before it; a record has its components for constructor.
 *
 * @param files longer than {@value #MOST_LINES} lines
 * @param methods longer than {@value #MOST_METHOD_LINES} lines
 * @param constructors with more than {@value #MOST_PARAMETERS} parameters
 */
record Sizes(List<String> files, List<String> methods, List<String> constructors) {
    static final int MOST_LINES = 300;
    static final int MOST_METHOD_LINES = 40;
    static final int MOST_PARAMETERS = 7;

    private static final Set<String> SOURCES = Set.of("java", "css", "fxml", "sh", "py");

    private Sizes() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Of all sources in and below these folders, but for what is planted to be too large. */
    static Sizes of(Path... roots) throws IOException {
        var sources = new ArrayList<Path>();
        for (Path root : roots) {
            sources.addAll(sources(root));
        }
        var sizes = new Sizes();
        sizes.measure(sources);
        return sizes;
    }

    private void measure(List<Path> sources) throws IOException {
        for (Path source : sources) {
            long lines = Files.readString(source).lines().count();
            if (lines > MOST_LINES) {
                files.add(source + ": " + lines + " lines");
            }
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var java = sources.stream().filter(path -> path.toString().endsWith(".java")).toList();
            var units = manager.getJavaFileObjectsFromPaths(java);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                unit.accept(new Measuring(unit, positions), null);
            }
        }
    }

    static List<Path> sources(Path root) throws IOException {
        Path planted = Path.of("src", "test", "java", "planted");
        try (var tree = Files.walk(root)) {
            return tree.filter(path -> root.startsWith(planted) || !path.startsWith(planted))
                    .filter(Files::isRegularFile)
                    .filter(Sizes::isSource)
                    .sorted()
                    .toList();
        }
    }

    /** By its ending, or as the commands in bin by how it begins. */
    private static boolean isSource(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? isScript(file) : SOURCES.contains(name.substring(dot + 1));
    }

    private static boolean isScript(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().filter(line -> line.startsWith("#!")).isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private final class Measuring extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        Measuring(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitClass(ClassTree type, Void none) {
            if (type.getKind() == Tree.Kind.RECORD) {
                long components = type.getMembers().stream().filter(Measuring::isComponent).count();
                count(type, type.getSimpleName().toString(), components);
            }
            return super.visitClass(type, none);
        }

        private static boolean isComponent(Tree member) {
            return member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            long lines = line(positions.getEndPosition(unit, method)) - line(start(method)) + 1;
            if (lines > MOST_METHOD_LINES) {
                methods.add(place(method) + " " + method.getName() + ": " + lines + " lines");
            }
            if (method.getReturnType() == null) {
                count(method, "a constructor", method.getParameters().size());
            }
            return super.visitMethod(method, none);
        }

        private void count(Tree tree, String name, long parameters) {
            if (parameters > MOST_PARAMETERS) {
                constructors.add(place(tree) + " " + name + ": " + parameters + " parameters");
            }
        }

        private String place(Tree tree) {
            return Path.of(unit.getSourceFile().getName()) + ":" + line(start(tree));
        }

        private long start(Tree tree) {
            return positions.getStartPosition(unit, tree);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
