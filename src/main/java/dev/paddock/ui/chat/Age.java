package dev.paddock.ui.chat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** How long ago a conversation was last written to, as groups of the list. */
enum Age {
    TODAY("chat.list.today"),
    YESTERDAY("chat.list.yesterday"),
    WEEK("chat.list.week"),
    OLDER("chat.list.older");

    private static final int DAYS_OF_WEEK = 7;

    private final String wordKey;

    Age(String wordKey) {
        this.wordKey = wordKey;
    }

    String wordKey() {
        return wordKey;
    }

    /** By calendar days of {@code zone}; the future counts as today. */
    static Age of(Instant then, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate day = LocalDate.ofInstant(then, zone);
        if (!day.isBefore(today)) {
            return TODAY;
        }
        if (day.equals(today.minusDays(1))) {
            return YESTERDAY;
        }
        return day.isBefore(today.minusDays(DAYS_OF_WEEK)) ? OLDER : WEEK;
    }
}
