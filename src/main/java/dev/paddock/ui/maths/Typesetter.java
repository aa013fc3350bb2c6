package dev.paddock.ui.maths;

import dev.paddock.ui.common.UiThread;
import dev.paddock.ui.maths.MathJax.OverdueException;
import dev.paddock.ui.text.Formula;
import dev.paddock.ui.words.Words;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.xml.stream.XMLStreamException;

/**
 * Typesets formulas on a thread of its own, which comes with the first one and goes when there was
 * none for some minutes, and MathJax with it. What is typeset is kept, up to a limit. For the FX
 * thread.
 */
public final class Typesetter implements Typesetting {
    /** About how many bytes of finished formulas are kept. */
    private static final int KEPT = 6_000_000;

    private static final Duration IDLE = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** Formulas within one another take stack. */
    private static final long STACK = 16L << 20;

    private final Words words;
    private final Duration longest;
    private final Runnable ready;
    private final Map<Formula, Typeset> done = new LinkedHashMap<>(16, 0.75f, true);
    private final Set<Formula> asked = new HashSet<>();
    private final ThreadPoolExecutor thread;
    private int weight;

    /** Of {@link #thread}, and of no other one. */
    private @Nullable MathJax mathJax;

    /**
     * @param ready called on the FX thread when a formula has been typeset
     */
    public Typesetter(Words words, Runnable ready) {
        this(words, ready, IDLE, LONGEST);
    }

    /**
     * @param idle how long MathJax is kept for nothing
     * @param longest a formula that takes longer is given up
     */
    Typesetter(Words words, Runnable ready, Duration idle, Duration longest) {
        this.longest = longest;
        this.words = words;
        this.ready = ready;
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        idle.toMillis(),
                        TimeUnit.MILLISECONDS,
                        new LinkedBlockingQueue<>(),
                        this::thread);
        thread.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Runnable last =
                () -> {
                    try {
                        work.run();
                    } finally {
                        forget();
                    }
                };
        var made = new Thread(null, last, "formulas", STACK);
        made.setDaemon(true);
        return made;
    }

    /** Where it is not known yet, it is found out. */
    @Override
    public Optional<Typeset> of(Formula formula) {
        var known = Optional.ofNullable(done.get(formula));
        if (known.isEmpty() && asked.add(formula)) {
            thread.execute(
                    () -> {
                        var typeset = typeset(formula);
                        new UiThread().execute(() -> take(formula, typeset));
                    });
        }
        return known;
    }

    /** Whether MathJax is there. */
    boolean isLoaded() {
        return thread.getPoolSize() > 0;
    }

    private void take(Formula formula, Typeset typeset) {
        asked.remove(formula);
        done.put(formula, typeset);
        weight += weight(formula, typeset);
        var eldest = done.entrySet().iterator();
        while (weight > KEPT && done.size() > 1) {
            var gone = eldest.next();
            weight -= weight(gone.getKey(), gone.getValue());
            eldest.remove();
        }
        ready.run();
    }

    private static int weight(Formula formula, Typeset typeset) {
        int result =
                switch (typeset) {
                    case Typeset.Drawn(Drawing drawing) -> drawing.weight();
                    case Typeset.Fault(String said) -> said.length();
                };
        return formula.latex().length() + result;
    }

    private Typeset typeset(Formula formula) {
        try {
            if (mathJax == null) {
                mathJax = new MathJax(longest);
            }
            String svg = mathJax.svg(formula);
            return svg.startsWith("!")
                    ? new Typeset.Fault(words.of("formula.fault", svg.substring(1)))
                    : new Typeset.Drawn(SvgReader.read(svg));
        } catch (OverdueException late) {
            forget();
            return new Typeset.Fault(words.of("formula.overdue"));
        } catch (RuntimeException | XMLStreamException | Error defect) {
            // Whoever asked waits for an answer, whatever it is.
            return broken(defect);
        }
    }

    /** It is no fault of the formula that a person could mend. */
    private Typeset broken(Throwable defect) {
        forget();
        LoggerFactory.getLogger(Typesetter.class).error("A formula cannot be typeset", defect);
        return new Typeset.Fault(words.of("formula.defect"));
    }

    private void forget() {
        if (mathJax != null) {
            mathJax.close();
            mathJax = null;
        }
    }
}
