package dev.paddock.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
    @ParameterizedTest
    @CsvSource({
        "https://a.b/c, true",
        "HTTP://a.b, true",
        "mailto:a@b.c, true",
        "file:///etc/passwd, false",
        "javascript:alert(1), false",
        "vscode://x, false",
        "relative/path, false",
        "'https://a b', true",
        "'http://[', false",
        "'', false",
    })
    void onlyHarmlessAddressesAreOpened(String address, boolean opened) {
        assertEquals(opened, Links.openable(address).isPresent());
    }
}
