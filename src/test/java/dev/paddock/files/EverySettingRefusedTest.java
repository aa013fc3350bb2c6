package dev.paddock.files;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.Sharing;
import dev.paddock.json.JsonTree;
import dev.paddock.option.Catalogue;
import dev.paddock.option.Option;
import dev.paddock.option.Options;
import dev.paddock.settings.Settings;
import dev.paddock.ui.words.RefusedValueWords;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each member of a settings file that holds everything, spoilt by itself: it is refused in words,
 * and the rest holds. The members are those that were written, so none can be forgotten here.
 */
class EverySettingRefusedTest {
    private static final List<Object> TYPES =
            List.of(true, 7.5, "\u0001 no such value", List.of(List.of()), Map.of());

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("settings.json");
    }

    @Test
    void eachSettingIsAmongThem() throws IOException {
        var places = new ArrayList<List<String>>();
        collect(written(), List.of(), places);
        for (var one : List.of("zoom", "code.wrapped", "window.x", "options.temperature")) {
            assertTrue(places.contains(List.of(one.split("\\."))), one);
        }
        assertTrue(places.size() > Catalogue.every().options().size(), places::toString);
    }

    @TestFactory
    Stream<DynamicTest> aValueOfAnotherTypeIsRefused() throws IOException {
        var places = new ArrayList<List<String>>();
        collect(written(), List.of(), places);
        return places.stream()
                .map(
                        place ->
                                DynamicTest.dynamicTest(
                                        String.join(".", place), () -> spoilEach(place)));
    }

    private void spoilEach(List<String> place) throws IOException {
        var whole = written();
        var was = at(whole, place);
        for (Object bad : TYPES) {
            if (was instanceof List && bad instanceof String) {
                // A list of texts may be written as one of them.
                assertOpens(place, bad);
            } else if (!sameType(bad, was)) {
                assertRefused(place, bad);
            }
        }
        if (was instanceof Number) {
            assertOpens(place, -1e300);
            assertOpens(place, Integer.MAX_VALUE);
        } else if (was instanceof String) {
            assertOpens(place, "\u0001 no such value");
            assertOpens(place, "");
        }
    }

    @Test
    void aZoomThatIsNotOfferedIsRefused() throws IOException {
        for (int percent : List.of(-1, 0, 79, 201, 1000)) {
            assertRefused(List.of("zoom"), percent);
            assertEquals(Settings.DEFAULT.zoom(), load().settings().zoom());
        }
    }

    private void assertRefused(List<String> place, Object bad) throws IOException {
        var said = assertOpens(place, bad);
        assertFalse(said.isEmpty(), () -> place + " takes " + bad);
    }

    /** What is said of it. */
    private List<String> assertOpens(List<String> place, Object bad) throws IOException {
        var spoilt = written();
        put(spoilt, place, bad);
        Files.write(file, JsonTree.write(spoilt));
        var loaded = load();
        var words = new RefusedValueWords(new Words());
        var said =
                loaded.refused().stream()
                        .map(each -> words.of(each, loaded.settings().options()))
                        .toList();
        assertAll(said.stream().map(each -> () -> assertFalse(each.isBlank())));
        return said;
    }

    private JsonSettings.Loaded load() {
        return new JsonSettings(file).load();
    }

    private Map<String, Object> written() throws IOException {
        Options every = Options.EMPTY;
        for (var option : Catalogue.every().options()) {
            every = with(every, option);
        }
        var all = every;
        var sharing = new Sharing(true, Optional.of(NetworkKey.random()));
        var settings =
                JsonSettingsTest.FULL
                        .withOptions(options -> options.withApp(_ -> all))
                        .withSharing(sharing);
        var place = folder.resolve("whole.json");
        new JsonSettings(place).save(settings);
        return JsonTree.read(Files.readAllBytes(place));
    }

    private static <T> Options with(Options options, Option<T> option) {
        return options.with(option, option.usual());
    }

    /** Of every member, with those of objects and elements of lists. */
    private static void collect(Object node, List<String> place, List<List<String>> into) {
        if (!place.isEmpty()) {
            into.add(place);
        }
        switch (node) {
            case Map<?, ?> map ->
                    map.forEach((name, inner) -> collect(inner, and(place, "" + name), into));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    collect(list.get(i), and(place, "" + i), into);
                }
            }
            default -> {}
        }
    }

    private static List<String> and(List<String> place, String name) {
        var longer = new ArrayList<>(place);
        longer.add(name);
        return List.copyOf(longer);
    }

    private static boolean sameType(Object one, Object other) {
        return one instanceof Number && other instanceof Number
                || one instanceof String && other instanceof String
                || one instanceof Boolean && other instanceof Boolean
                || one instanceof List && other instanceof List
                || one instanceof Map && other instanceof Map;
    }

    private static Object at(Object node, List<String> place) {
        for (String name : place) {
            node =
                    switch (node) {
                        case Map<?, ?> map -> map.get(name);
                        case List<?> list -> list.get(Integer.parseInt(name));
                        default -> throw new AssertionError(name);
                    };
        }
        return node;
    }

    private static void put(Map<String, Object> root, List<String> place, Object value) {
        root.put(place.getFirst(), replaced(root.get(place.getFirst()), rest(place), value));
    }

    private static Object replaced(Object node, List<String> place, Object value) {
        if (place.isEmpty()) {
            return value;
        }
        if (node instanceof List<?> list) {
            var copy = new ArrayList<Object>(list);
            int i = Integer.parseInt(place.getFirst());
            copy.set(i, replaced(copy.get(i), rest(place), value));
            return copy;
        }
        var copy = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) node).forEach((name, inner) -> copy.put("" + name, inner));
        copy.put(place.getFirst(), replaced(copy.get(place.getFirst()), rest(place), value));
        return copy;
    }

    private static List<String> rest(List<String> place) {
        return place.subList(1, place.size());
    }
}
