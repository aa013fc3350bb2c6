package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.ZoneId;

class AgeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-05-10T00:30:00Z, TODAY",
        "2026-05-12T00:00:00Z, TODAY",
        "2026-05-09T21:59:00Z, YESTERDAY",
        "2026-05-09T22:00:00Z, TODAY",
        "2026-05-03T10:00:00Z, WEEK",
        "2026-05-02T10:00:00Z, OLDER",
    })
    void groupsByDaysWhereThePersonIs(Instant then, Age age) {
        var now = Instant.parse("2026-05-10T10:00:00Z");
        assertEquals(age, Age.of(then, now, ZoneId.of("Europe/Berlin")));
    }
}
