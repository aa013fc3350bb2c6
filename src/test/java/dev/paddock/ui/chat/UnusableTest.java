package dev.paddock.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.paddock.ui.words.Words;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class UnusableTest {
    private final Unusable unusable = new Unusable(new Words(), new ArrayList<String>()::add);

    @Test
    void saysWhyAPictureOrFilesAreNotTaken() {
        assertEquals(
                Optional.of("The picture was not taken: a message holds nothing but text."),
                unusable.reason(List.of(), true));
        assertEquals(
                Optional.of(
                        "“a{0}'b.pdf” was not taken: a message holds nothing but text."
                                + " Open it and copy the text."),
                unusable.reason(List.of(new File("/tmp/a{0}'b.pdf")), false));
        assertEquals(
                Optional.of(
                        "The files were not taken: a message holds nothing but text."
                                + " Open them and copy the text."),
                unusable.reason(List.of(new File("/tmp/a.pdf"), new File("/tmp/b.pdf")), true));
    }

    @Test
    void saysNothingOfText() {
        assertEquals(Optional.empty(), unusable.reason(List.of(), false));
    }
}
