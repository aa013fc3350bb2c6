package dev.paddock.ui.words;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PathEncodingTest {
    @Test
    void isTheCauseOnlyWhereALetterIsMissing() {
        assertTrue(PathEncoding.lacks("ANSI_X3.4-1968", "/Prüfung"));
        assertFalse(PathEncoding.lacks("UTF-8", "/Prüfung"));
        assertFalse(PathEncoding.lacks("ANSI_X3.4-1968", "/a\0b"));
        assertFalse(PathEncoding.lacks("ANSI_X3.4-1968", "/a\0ü"), "nor would it be one in UTF-8");
        assertFalse(PathEncoding.lacks("of no name that is known", "/a"));
    }
}
