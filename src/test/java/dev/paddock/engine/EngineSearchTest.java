package dev.paddock.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.engine.EngineLocation.Found;
import dev.paddock.engine.EngineLocation.NotFound;
import dev.paddock.engine.EngineLocation.Origin;
import dev.paddock.engine.EngineLocation.Searching;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class EngineSearchTest {
    private static final Optional<Path> A = Optional.of(Path.of("a"));
    private static final Optional<Path> B = Optional.of(Path.of("b"));
    private static final EngineLocation NOWHERE = new NotFound(new Failure.NoEngine());

    private final List<Runnable> searches = new ArrayList<>();
    private final List<String> learned = new ArrayList<>();
    private final EngineSearch search =
            new EngineSearch(
                    Optional.empty(),
                    (_, named) -> named.map(EngineSearchTest::found).orElse(NOWHERE),
                    engine -> learned.add(engine + " while " + shown()),
                    searches::add);

    private static EngineLocation found(Path engine) {
        return new Found(engine, Origin.SETTINGS);
    }

    private String shown() {
        return search.location().value().getClass().getSimpleName();
    }

    @Test
    void searchesInBackgroundAndLearnsOfAnEngineBeforeItIsShown() {
        search.look(A);
        assertEquals(new Searching(), search.location().value());
        searches.getFirst().run();
        assertEquals(found(Path.of("a")), search.location().value());
        assertEquals(List.of("a while Searching"), learned);
    }

    @Test
    void searchesOnceForEachPlace() {
        search.look(A);
        search.look(A);
        assertEquals(1, searches.size());
        search.look(Optional.empty());
        assertEquals(2, searches.size());
    }

    @Test
    void aLateResultForAnEarlierPlaceIsNotShown() {
        search.look(A);
        search.look(B);
        searches.get(1).run();
        searches.get(0).run();
        assertEquals(found(Path.of("b")), search.location().value());
    }

    @Test
    void whatIsChosenInsteadOfARefusedPlaceOfTheCommandLineCounts() {
        var refused = new NotFound(new Failure.NoLlamaServer(Path.of("/bin/ls")));
        var named =
                new EngineSearch(
                        Optional.of(Path.of("/bin/ls")),
                        (line, chosen) ->
                                line.isPresent()
                                        ? refused
                                        : chosen.map(EngineSearchTest::found).orElse(NOWHERE),
                        _ -> {},
                        Runnable::run);
        named.look(A);
        assertEquals(refused, named.location().value());
        named.look(B);
        assertEquals(found(Path.of("b")), named.location().value());
    }

    @Test
    void saysWhenThereIsNone() {
        search.look(Optional.empty());
        searches.getFirst().run();
        assertEquals(NOWHERE, search.location().value());
        assertEquals(List.of(), learned);
    }

    @Test
    void theCommandLineIsPassedOn() {
        var places = new ArrayList<Optional<Path>>();
        var here =
                new EngineSearch(
                        B,
                        (line, _) -> {
                            places.add(line);
                            return NOWHERE;
                        },
                        _ -> {},
                        Runnable::run);
        here.look(A);
        assertEquals(List.of(B), places);
    }
}
