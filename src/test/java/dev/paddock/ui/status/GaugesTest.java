package dev.paddock.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.monitor.SlotSnapshot;
import dev.paddock.monitor.SlotSnapshot.Activity;
import dev.paddock.ui.DemoParts;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class GaugesTest {
    private final Words words = new Words();

    @Test
    void slotsOfAnEngineThatDoesNotAnswerAreToldAsTheLastThatIsKnown() {
        var slots = DemoParts.sample(DemoParts.NOW, 40, true).slots();
        var line = Gauges.slots(words, slots, false).get(2);
        assertEquals("2 · last: generating", line.name());
        assertEquals(Severity.NEUTRAL, line.tone());
    }

    @Test
    void aSlotTellsWhatItDoesAndHowFullItIs() {
        var slots = Gauges.slots(words, DemoParts.sample(DemoParts.NOW, 40, true).slots(), true);

        assertEquals("1 · reading prompt", slots.get(1).name());
        assertEquals("1,024 / 4,096", slots.get(1).figure());
        assertEquals(0.25, slots.get(1).share().orElseThrow());
        assertEquals(Severity.NEUTRAL, slots.get(3).tone());
    }

    @Test
    void ofManySlotsThoseAtWorkAreShownAndTheRestCounted() {
        var many =
                IntStream.range(0, 30_000)
                        .mapToObj(id -> new SlotSnapshot(id, 10, 5, 1, activity(id)))
                        .toList();

        var lines = Gauges.slots(words, many, true);

        assertEquals(Gauges.MOST_SLOTS + 1, lines.size());
        assertEquals("29,999 · generating", lines.getFirst().name());
        assertEquals("and 29,936 more", lines.getLast().name());
    }

    private static Activity activity(int id) {
        return id == 29_999 ? Activity.GENERATING : Activity.IDLE;
    }

    @Test
    void memoryNamesTheCardTheComputerAndTheEngine() {
        var devices = DemoParts.sample(DemoParts.NOW, 40, true).devices().orElseThrow();

        assertEquals(
                List.of(
                        "NVIDIA GeForce RTX 4070 6.0 GiB of 12.0 GiB",
                        "GPU load 87 %",
                        "RAM of this computer 18.5 GiB of 31.2 GiB",
                        "RAM of the engine 1.2 GiB"),
                Gauges.memory(words, devices).stream()
                        .map(line -> line.name() + " " + line.figure())
                        .toList());
    }
}
