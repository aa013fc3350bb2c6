package dev.paddock.ui.words;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them, in the language of the {@link Words} they come from. */
public final class Figures {
    private static final long KIB = 1024;
    private static final long MIB = 1024 * KIB;
    private static final long GIB = 1024 * MIB;
    private static final double THOUSAND = 1e3;

    private final Locale locale;

    Figures(Locale locale) {
        this.locale = locale;
    }

    /** {@code 4.6 GiB}, {@code 312 MiB}, {@code 12 KiB}, {@code 9 B}: binary units. */
    public String bytes(long bytes) {
        if (bytes > 0 && bytes < KIB) {
            return format("%d B", bytes);
        }
        if (bytes >= GIB) {
            return format("%.1f GiB", (double) bytes / GIB);
        }
        return bytes >= MIB
                ? format("%d MiB", Math.round((double) bytes / MIB))
                : format("%d KiB", Math.round((double) bytes / KIB));
    }

    /** {@code 12 s}, {@code 3 min 05 s}, {@code 2 h 05 min}, {@code 1 d 3 h}. */
    public String elapsed(Duration time) {
        Duration shown = time.isNegative() ? Duration.ZERO : time;
        if (shown.toDays() > 0) {
            return format("%d d %d h", shown.toDays(), shown.toHoursPart());
        }
        if (shown.toHours() > 0) {
            return format("%d h %02d min", shown.toHours(), shown.toMinutesPart());
        }
        return shown.toMinutes() > 0
                ? format("%d min %02d s", shown.toMinutes(), shown.toSecondsPart())
                : format("%d s", shown.toSeconds());
    }

    /** {@code 12 s}, {@code 3 min}, {@code 2 h 05 min}: for what stands in sight for long. */
    public String age(Duration time) {
        return time.toMinutes() > 0 && time.toHours() == 0
                ? format("%d min", time.toMinutes())
                : elapsed(time);
    }

    /** When {@link #age} says something else. */
    public static Duration untilOlder(Duration time) {
        Duration step = time.toMinutes() > 0 ? Duration.ofMinutes(1) : Duration.ofSeconds(1);
        long into = Math.floorMod(time.toMillis(), step.toMillis());
        return Duration.ofMillis(step.toMillis() - into);
    }

    /** One decimal below 100, none above; the unit is the caller's. */
    public String speed(double perSecond) {
        return format(perSecond < 99.95 ? "%.1f" : "%,.0f", perSecond);
    }

    /** As {@link #speed}; a dash where there is none, or none yet. */
    public String speedIfAny(double perSecond) {
        return perSecond > 0 ? speed(perSecond) : "–";
    }

    /** {@code 131,072}. */
    public String count(long number) {
        return format("%,d", number);
    }

    /** {@code 7.2 B}, {@code 360 M}: how the field writes the number of weights. */
    public String weights(long parameters) {
        double millions = parameters / THOUSAND / THOUSAND;
        if (millions >= THOUSAND) {
            return format("%.1f B", millions / THOUSAND);
        }
        return millions >= 1 ? format("%.0f M", millions) : format("%.0f K", millions * THOUSAND);
    }

    /** {@code 12.3}. */
    public String tenths(double number) {
        return format("%.1f", number);
    }

    /** {@code 1.23}. */
    public String hundredths(double number) {
        return format("%.2f", number);
    }

    /** {@code 43 %} of a share between 0 and 1. */
    public String percent(double share) {
        return format("%.0f %%", share * 100);
    }

    private String format(String pattern, Object... values) {
        return String.format(locale, pattern, values);
    }
}
