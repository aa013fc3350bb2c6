package dev.paddock.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

class StyleSheetsTest {
    @Test
    void sheetsAndNodesHaveTheSameClasses() throws IOException {
        var house = StyleSheets.below(Path.of("src/main"));
        assertEquals(List.of(), house.faults());
        assertTrue(house.sheets().size() > 50, "run from the project's folder");
        assertTrue(house.used().size() > 50, house.used()::toString);
    }

    /** With the least change within, all of it would be drawn anew, blurred. */
    @Test
    void nothingThatHoldsOthersCastsItsShadowByAnEffect() throws IOException {
        var casting = Pattern.compile("([^{}/]+)\\{[^}]*-fx-effect:\\s*+(?!none)");
        var found = new ArrayList<String>();
        try (var sheets = Files.list(Path.of("src/main/resources/dev/paddock/ui"))) {
            for (Path sheet : sheets.sorted().toList()) {
                casting.matcher(Files.readString(sheet))
                        .results()
                        .forEach(rule -> found.add(rule.group(1).strip()));
            }
        }
        assertEquals(List.of(".rich-text .link:focused", ".jump"), found);
    }

    @Test
    void eachFaultIsCaught() throws IOException {
        var planted = StyleSheets.below(Path.of("src/test/java/planted/style"));
        assertEquals(
                List.of(
                        "-pk-dark-only is not in both themes",
                        "Violator.java: no sheet has by-call",
                        "Violator.java: no sheet has by-constructor",
                        "Violator.java: no sheet has by-method",
                        "[dark.css, light.css]: nothing takes -pk-unused",
                        "dark.css: nothing is a dead-one",
                        "dark.css: spelling of wrongSpelling",
                        "violator.fxml: no sheet has in-fxml",
                        "violator.fxml: spelling of wrongSpelling"),
                planted.faults());
    }
}
