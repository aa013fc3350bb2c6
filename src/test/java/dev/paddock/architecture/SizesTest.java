package dev.paddock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

class SizesTest {
    private static final Path PLANTED = Path.of("src/test/java/planted/size");

    @Test
    void nothingIsTooLarge() throws IOException {
        var house = House.sizes();
        assertEquals(List.of(), house.files());
        assertEquals(List.of(), house.methods());
        assertEquals(List.of(), house.constructors());
        assertTrue(Sizes.sources(Path.of("src")).size() > 50, "run from the project's folder");
    }

    @Test
    void aLongFileIsCaught() throws IOException {
        var planted = Sizes.of(PLANTED.resolve("file"));
        assertCaught(planted.files(), "Violator.java: 301 lines");
        assertEquals(List.of(), planted.methods());
        assertEquals(List.of(), planted.constructors());
    }

    @Test
    void aLongMethodIsCaught() throws IOException {
        var planted = Sizes.of(PLANTED.resolve("method"));
        assertCaught(planted.methods(), "Violator.java:5 go: 41 lines");
        assertEquals(List.of(), planted.files());
        assertEquals(List.of(), planted.constructors());
    }

    @Test
    void constructorsAndRecordsOfManyPartsAreCaught() throws IOException {
        var planted = Sizes.of(PLANTED.resolve("constructor"));
        assertCaught(
                planted.constructors(),
                "Violator.java:5 a constructor: 8 parameters",
                "ViolatorRecord.java:4 ViolatorRecord: 8 parameters");
        assertEquals(List.of(), planted.files());
        assertEquals(List.of(), planted.methods());
    }

    private static void assertCaught(List<String> caught, String... ends) {
        assertEquals(ends.length, caught.size(), caught::toString);
        for (int i = 0; i < ends.length; i++) {
            assertTrue(caught.get(i).endsWith(ends[i]), caught.get(i));
        }
    }
}
