package dev.paddock.ui.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.engine.GpuLayers;
import dev.paddock.engine.ServerField;
import dev.paddock.engine.ServerSettings;
import dev.paddock.engine.Sharing;
import dev.paddock.faults.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

class EngineFormTest {
    static Stream<ServerSettings> settings() {
        return Stream.of(
                ServerSettings.DEFAULT,
                new ServerSettings(9000, 0, 4, new GpuLayers.All(), "--mlock"),
                new ServerSettings(9000, 8192, 1, new GpuLayers.None(), ""),
                new ServerSettings(9000, 8192, 1, new GpuLayers.Count(24), "-a 'my model'"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsShownReadsBackAsItWas(ServerSettings settings) {
        assertEquals(Optional.of(settings), EngineForm.of(settings).check().settings());
    }

    @ParameterizedTest
    @Fault({22, 24})
    @ValueSource(strings = {"80", "1023", "65536", "70000", "-1"})
    void aPortNobodyCouldUseIsNamed(String port) {
        var checked =
                new EngineForm(port, "4096", "1", EngineForm.Gpu.AUTO, "", "", Sharing.OFF).check();

        assertEquals(Set.of(ServerField.PORT), checked.wrong().keySet());
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        var checked =
                new EngineForm(
                                "80",
                                "many",
                                "0",
                                EngineForm.Gpu.SOME,
                                "-3",
                                "--alias \"x",
                                Sharing.OFF)
                        .check();

        assertTrue(checked.settings().isEmpty());
        assertEquals(Set.of(ServerField.values()), checked.wrong().keySet());
    }

    @Test
    void theNumberOfLayersCountsOnlyWhereItIsAskedFor() {
        var checked =
                new EngineForm(
                                "8080",
                                "4096",
                                "1",
                                EngineForm.Gpu.AUTO,
                                "nonsense",
                                "",
                                Sharing.OFF)
                        .check();

        assertEquals(Optional.of(ServerSettings.DEFAULT), checked.settings());
    }

    @Test
    void groupedNumbersAreUnderstood() {
        var checked =
                new EngineForm("8080", " 32,768 ", "1", EngineForm.Gpu.AUTO, "", "", Sharing.OFF)
                        .check();

        assertEquals(Optional.of(32_768), checked.settings().map(ServerSettings::contextSize));
    }
}
