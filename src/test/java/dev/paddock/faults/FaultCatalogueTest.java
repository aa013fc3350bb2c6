package dev.paddock.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The catalogue of faults says what is shown, and what it says is true. */
class FaultCatalogueTest {
    private static final int ROWS = 75;
    private static final String MARK = Fault.class.descriptorString();
    private static final ClassLoader LOADER = FaultCatalogueTest.class.getClassLoader();

    /** By row, those that are said to be shown. */
    private static Map<Integer, Boolean> rows() throws IOException {
        var rows = new TreeMap<Integer, Boolean>();
        try (var file = FaultCatalogueTest.class.getResourceAsStream("faults.txt")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
                String[] parts = line.split(" \\| ");
                rows.put(Integer.valueOf(parts[0]), parts[1].equals("shown"));
            }
        }
        return rows;
    }

    /** Only classes that mention the mark are loaded. */
    private static List<Method> marked() throws Exception {
        var place = FaultCatalogueTest.class.getProtectionDomain().getCodeSource().getLocation();
        var root = Path.of(place.toURI());
        var methods = new ArrayList<Method>();
        try (var files = Files.walk(root.resolve("dev"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(MARK)) {
                    String path = root.relativize(file).toString();
                    String name = path.substring(0, path.length() - ".class".length());
                    var type = Class.forName(name.replace(File.separatorChar, '.'), false, LOADER);
                    Stream.of(type.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(Fault.class))
                            .forEach(methods::add);
                }
            }
        }
        return methods;
    }

    @Test
    void everyRowIsThere() throws Exception {
        var expected = IntStream.rangeClosed(1, ROWS).boxed().collect(Collectors.toSet());
        assertEquals(expected, rows().keySet());
    }

    @Test
    void whatIsShownIsWhatHasATest() throws Exception {
        var shown = new TreeMap<Integer, Set<String>>();
        for (Method method : marked()) {
            for (int row : method.getAnnotation(Fault.class).value()) {
                shown.computeIfAbsent(row, _ -> new TreeSet<>()).add(method.toString());
            }
        }
        var claimed =
                rows().entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        assertEquals(claimed, shown.keySet(), "mark a test, or correct faults.txt");
        assertTrue(shown.size() >= 70, "only " + shown.size() + " rows are shown");
    }

    @Test
    void onlyTestsAreMarked() throws Exception {
        for (Method method : marked()) {
            boolean runs =
                    method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class);
            assertTrue(runs, method + " is no test");
        }
    }
}
