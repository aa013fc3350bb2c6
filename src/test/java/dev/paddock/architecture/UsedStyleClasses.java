package dev.paddock.architecture;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

/**
 * The style classes that nodes are given, each with a file that does so: by {@code styleClass} in
 * FXML, and in Java as literals in a call on {@code getStyleClass()}, for a parameter {@code
 * styleClass} of a constructor, or in a method {@code styleClasses}.
 */
final class UsedStyleClasses {
    private static final Pattern IN_FXML = Pattern.compile("styleClass=\"([^\"]*)\"");
    private static final String ONE = "styleClass";
    private static final String SOME = "styleClasses";
    private static final Set<String> CALLS =
            Set.of("add", "addAll", "setAll", "remove", "removeAll", "contains");

    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, Integer> constructors = new HashMap<>();

    private UsedStyleClasses() {}

    static Map<String, String> in(List<Path> sources) throws IOException {
        var used = new UsedStyleClasses();
        for (Path file : sources) {
            if (file.toString().endsWith(".fxml")) {
                used.readFxml(file);
            }
        }
        used.readJava(sources.stream().filter(it -> it.toString().endsWith(".java")).toList());
        return used.found;
    }

    private void readFxml(Path file) throws IOException {
        IN_FXML.matcher(Files.readString(file))
                .results()
                .flatMap(each -> List.of(each.group(1).split(",")).stream())
                .forEach(name -> found.putIfAbsent(name.strip(), name(file)));
    }

    private void readJava(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
            var trees = task.parse();
            trees.forEach(unit -> unit.accept(new Constructors(), ""));
            trees.forEach(
                    unit ->
                            unit.accept(
                                    new Uses(name(Path.of(unit.getSourceFile().getName()))), null));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Where a constructor takes a style class. */
    private final class Constructors extends TreeScanner<Void, String> {
        @Override
        public Void visitClass(com.sun.source.tree.ClassTree type, String outer) {
            return super.visitClass(type, type.getSimpleName().toString());
        }

        @Override
        public Void visitMethod(MethodTree method, String type) {
            var parameters = method.getParameters();
            for (int i = 0; method.getReturnType() == null && i < parameters.size(); i++) {
                if (parameters.get(i).getName().contentEquals(ONE)) {
                    constructors.put(type, i);
                }
            }
            return super.visitMethod(method, type);
        }
    }

    private final class Uses extends TreeScanner<Void, Void> {
        private final String file;

        Uses(String file) {
            this.file = file;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void none) {
            if (call.getMethodSelect() instanceof MemberSelectTree select
                    && CALLS.contains(select.getIdentifier().toString())
                    && select.getExpression() instanceof MethodInvocationTree on
                    && isGetStyleClass(on.getMethodSelect())) {
                call.getArguments().forEach(this::take);
            }
            return super.visitMethodInvocation(call, none);
        }

        private static boolean isGetStyleClass(ExpressionTree select) {
            return switch (select) {
                case MemberSelectTree it -> it.getIdentifier().contentEquals("getStyleClass");
                case IdentifierTree it -> it.getName().contentEquals("getStyleClass");
                default -> false;
            };
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void none) {
            var at = constructors.get(made.getIdentifier().toString());
            if (at != null && at < made.getArguments().size()) {
                take(made.getArguments().get(at));
            }
            return super.visitNewClass(made, none);
        }

        @Override
        public Void visitMethod(MethodTree method, Void none) {
            if (method.getName().contentEquals(SOME)) {
                take(method.getBody());
            }
            return super.visitMethod(method, none);
        }

        private void take(Tree tree) {
            tree.accept(
                    new TreeScanner<Void, Void>() {
                        @Override
                        public Void visitLiteral(LiteralTree literal, Void none) {
                            if (literal.getValue() instanceof String text) {
                                found.putIfAbsent(text, file);
                            }
                            return null;
                        }
                    },
                    null);
        }
    }
}
