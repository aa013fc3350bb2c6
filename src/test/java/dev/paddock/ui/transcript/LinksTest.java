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
        "'https://a/b c', true",
        "'http://[', false",
        "'', false",
        "http:///nowhere, false",
        "path\\file, false",
    })
    void onlyHarmlessAddressesAreOpened(String address, boolean opened) {
        assertEquals(opened, Links.openable(address).isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://example.org/a|b https://example.org/a%7Cb",
                "https://example.org/a[1] https://example.org/a%5B1%5D",
                "https://example.org/a^b https://example.org/a%5Eb",
                "https://example.org/a\"b https://example.org/a%22b",
                "https://example.org/path\\file https://example.org/path%5Cfile",
                "https://example.org/{x}?q=<y>&`z` https://example.org/%7Bx%7D?q=%3Cy%3E&%60z%60",
                "https://example.org/100%/%41#a#b https://example.org/100%25/%41#a%23b",
                "https://[::1]:8080/x https://[::1]:8080/x",
                "https://example.org/日本 https://example.org/日本",
                "mailto:a@b.c?subject=x|y mailto:a@b.c?subject=x%7Cy",
            },
            quoteCharacter = '\'')
    void whatNoAddressMayHoldIsEncoded(String written, String opened) {
        assertEquals(opened, Links.openable(written).orElseThrow().toString());
    }
}
