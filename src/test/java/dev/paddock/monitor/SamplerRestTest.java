package dev.paddock.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.chat.AnswerCounts;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How seldom it asks and tells. */
class SamplerRestTest extends SamplerFixture {
    @Test
    void asksNothingWhileNobodyLooks() {
        assertEquals(0, engineTicker.running() + devicesTicker.running());
        var first = sampler.attach();
        var second = sampler.attach();
        assertEquals(1, engineTicker.running());
        first.close();
        first.close();
        assertEquals(1, engineTicker.running());
        second.close();
        assertEquals(0, engineTicker.running() + devicesTicker.running());
        sampler.attach();
        assertEquals(1, engineTicker.running());
        assertEquals(1, devicesTicker.running());
    }

    @Test
    void asksOnceASecondWhileTheEngineWorks() {
        sampler.attach();
        poll(0, 5, generating(10));
        devicesTicker.tick();
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
        assertEquals(Duration.ofSeconds(2), devicesTicker.pause);
        assertEquals(1, engine.asked.get("/slots"));
        assertEquals(1, engine.asked.get("/metrics"));
    }

    @Test
    void asksSeldomWhileNothingChanges() {
        sampler.attach();
        poll(0, 5, idle());
        devicesTicker.tick();
        assertEquals(Duration.ofSeconds(5), engineTicker.pause);
        assertEquals(Duration.ofSeconds(10), devicesTicker.pause);
        engine.off();
        pid = OptionalLong.empty();
        engineTicker.tick();
        assertEquals(Duration.ofSeconds(5), engineTicker.pause);
    }

    @Test
    void asksOnceASecondUntilAStartingEngineAnswersAndAWaitingOneIsServed() {
        sampler.attach();
        engine.off();
        engineTicker.tick();
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
        poll(1000, 5, idle());
        engine.waiting(1);
        engineTicker.tick();
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
    }

    @Test
    void looksOnWhileAQuestionIsStillOnItsWayToTheEngine() {
        sampler.attach();
        poll(0, 5, idle());
        received = new AnswerCounts(0, 0, 0, 0, 0, 1, 0);
        event.set("a question is sent");
        poll(1_000, 5, idle());
        assertEquals(Duration.ofSeconds(1), engineTicker.pause);
        received = new AnswerCounts(0, 0, 0, 0, 0, 0, 0);
        poll(2_000, 5, idle());
        assertEquals(Duration.ofSeconds(5), engineTicker.pause, "it was refused");
    }

    @Test
    void oneQuestionTellsThatNothingHappens() {
        sampler.attach();
        poll(0, 5, idle());
        var seen = new ArrayList<Instant>();
        sampler.status().subscribe(status -> seen.add(status.taken()));
        poll(5_000, 5, idle());
        assertEquals(2, engine.asked.get("/slots"), "until it has said the same twice");
        poll(10_000, 5, idle());
        poll(15_000, 5, idle());
        assertEquals(2, engine.asked.get("/slots"));
        assertEquals(4, engine.asked.get("/metrics"));
        assertEquals(List.of(START), seen, "nobody is woken up to show the same again");
        poll(20_000, 9, idle());
        assertEquals(3, engine.asked.get("/slots"));
        assertEquals(START.plusSeconds(20), seen.getLast());
    }

    @Test
    void tellsUntilTheLastMoveHasLeftTheChart() {
        sampler.attach();
        poll(0, 5, generating(10));
        poll(1_000, 5, generating(110));
        var seen = new ArrayList<Instant>();
        sampler.status().subscribe(status -> seen.add(status.taken()));
        for (int second = 5; second <= 200; second += 5) {
            poll(1000 * second, 115, idle());
        }
        assertEquals(START.plusSeconds(130), seen.getLast());
    }

    @Test
    void looksAgainWhenSomethingBeginsOrEnds() {
        event.set("nobody looks");
        assertEquals(0, engineTicker.hurries);
        var looking = sampler.attach();
        event.set("an answer begins");
        assertEquals(1, engineTicker.hurries);
        assertEquals(1, devicesTicker.hurries);
        looking.close();
        event.set("nobody looks any more");
        assertEquals(1, engineTicker.hurries);
    }

    @Test
    void saysOfAnEngineThatIsOffOnlyWhatIsNew() {
        sampler.attach();
        poll(0, 5, generating(10));
        engine.off();
        pid = OptionalLong.empty();
        var seen = new ArrayList<Instant>();
        sampler.status().subscribe(status -> seen.add(status.taken()));
        for (int second = 1; second <= 3; second++) {
            now = START.plusSeconds(second);
            engineTicker.tick();
        }
        assertEquals(List.of(START, START.plusSeconds(1)), seen);
        devicesTicker.tick();
        engineTicker.tick();
        engineTicker.tick();
        assertEquals(List.of(START, START.plusSeconds(1), START.plusSeconds(3)), seen);
        pid = OptionalLong.of(43);
        poll(4000, 6, generating(1));
        assertEquals(START.plusSeconds(4), seen.getLast());
    }
}
