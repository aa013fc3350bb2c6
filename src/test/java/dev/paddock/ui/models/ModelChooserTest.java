package dev.paddock.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.paddock.model.ModelChoice;
import dev.paddock.model.ModelException;
import dev.paddock.model.ModelLibrary;
import dev.paddock.model.ModelProblem;
import dev.paddock.settings.Settings;
import dev.paddock.ui.DemoParts;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

class ModelChooserTest {
    private final DemoParts.FakePreferences preferences =
            new DemoParts.FakePreferences(Settings.DEFAULT);
    private final AtomicInteger chosen = new AtomicInteger();

    @Test
    void aSoundModelIsKept() {
        var chooser = chooser();

        chooser.use(DemoParts.SMALL);

        assertEquals(1, chosen.get());
        assertEquals(Optional.of(DemoParts.SMALL), preferences.settings().value().model());
        var known = assertInstanceOf(ModelChoice.Known.class, chooser.choice().value());
        assertEquals("Qwen2.5-0.5B-Instruct-Q8_0", known.file().name());
    }

    @Test
    void whatFollowsAChoiceFollowsOnlyASoundOne() {
        var chooser = chooser();
        var chosen = new ArrayDeque<Optional<Path>>();
        Runnable note = () -> chosen.add(preferences.settings().value().model());

        chooser.use(Path.of("page.gguf"), note);
        chooser.use(DemoParts.SMALL, note);

        assertEquals(List.of(Optional.of(DemoParts.SMALL)), List.copyOf(chosen));
    }

    @Test
    void aBadFileIsRefusedAndChangesNothing() {
        var chooser = chooser();
        var page = Path.of("page.gguf");

        chooser.use(page);

        assertEquals(0, chosen.get());
        assertEquals(
                Optional.of(new ModelProblem.NotGguf(page, "<!DOCTYPE html>")),
                chooser.refused().value());
        assertEquals(Optional.empty(), preferences.settings().value().model());
    }

    @Test
    void aLaterPartLeadsToTheFirst() {
        var second = Path.of("m-00002-of-00002.gguf");
        var chooser =
                new ModelChooserViewModel(
                        preferences,
                        path -> {
                            if (path.equals(second)) {
                                throw new ModelException(
                                        new ModelProblem.NotTheFirstPart(second, DemoParts.MODEL));
                            }
                            return DemoParts.READER.read(path);
                        },
                        Runnable::run,
                        chosen::incrementAndGet);

        chooser.use(second);

        assertEquals(Optional.of(DemoParts.MODEL), preferences.settings().value().model());
    }

    @Test
    void aChosenModelThatIsGoneIsSaid() {
        preferences.change(settings -> settings.withModel(DemoParts.GONE));

        assertEquals(
                new ModelChoice.Unusable(new ModelProblem.Missing(DemoParts.GONE)),
                chooser().choice().value());
    }

    @Test
    void aSlowReadDoesNotOverwriteALaterChoice() {
        var waiting = new ArrayDeque<Runnable>();
        var chooser =
                new ModelChooserViewModel(
                        preferences, DemoParts.READER, waiting::addFirst, chosen::incrementAndGet);
        preferences.change(settings -> settings.withModel(DemoParts.MODEL));
        preferences.change(settings -> settings.withModel(DemoParts.SMALL));

        waiting.forEach(Runnable::run);

        var known = assertInstanceOf(ModelChoice.Known.class, chooser.choice().value());
        assertEquals(DemoParts.SMALL, known.file().path());
    }

    @Test
    void aForgottenModelLeavesTheList() {
        preferences.change(
                settings -> settings.withModel(DemoParts.GONE).withModel(DemoParts.MODEL));
        var chooser = chooser();
        chooser.lookAtRecent();
        assertEquals(
                List.of(DemoParts.GONE),
                chooser.others().stream().map(ModelLibrary.Entry::path).toList());

        chooser.forget(DemoParts.GONE);

        assertEquals(List.of(), chooser.others());
        assertEquals(List.of(DemoParts.MODEL), preferences.settings().value().recentModels());
    }

    private ModelChooserViewModel chooser() {
        return new ModelChooserViewModel(
                preferences, DemoParts.READER, Runnable::run, chosen::incrementAndGet);
    }
}
