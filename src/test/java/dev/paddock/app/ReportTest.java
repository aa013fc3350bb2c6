package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReportTest {
    private static String text(Report report) {
        return report.text(line -> line.replace("key", "*"), "/home/ada");
    }

    @Test
    void readsAsMarkdown() {
        var report = new Report("Title");
        report.item("Name", "value");
        report.note("A note.");
        report.block("Lines", "text", List.of("one", "two"));
        report.block("Nothing", "text", List.of());
        report.code("Command", "a `b`");

        assertEquals(
                """
                ### Title

                - Name: value
                - Command: ``a `b```

                A note.

                **Lines**

                ```text
                one
                two
                ```
                """,
                text(report));
    }

    @Test
    void aFenceIsLongerThanAnyInsideIt() {
        var report = new Report("Title");
        report.block("Lines", "text", List.of("````md", "```"));

        assertEquals(
                """
                ### Title


                **Lines**

                `````text
                ````md
                ```
                `````
                """,
                text(report));
    }

    @Test
    void everyLineIsCleanedAndNamesNobody() {
        var report = new Report("key");
        report.item("Model", "/home/ada/models/a.gguf");
        report.block("Lines", "text", List.of("my key in /home/ada"));

        assertEquals(
                """
                ### *

                - Model: ~/models/a.gguf

                **Lines**

                ```text
                my * in ~
                ```
                """,
                text(report));
        var windows = new Report("T");
        windows.item("Json", "C:\\\\Users\\\\ada\\\\x and C:\\Users\\ada");
        assertEquals(
                "### T\n\n- Json: ~\\\\x and ~\n", windows.text(line -> line, "C:\\Users\\ada"));
    }
}
