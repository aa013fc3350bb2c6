package dev.paddock.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.paddock.desktop.OpenFailure;
import dev.paddock.ui.common.Notice;
import dev.paddock.ui.common.Severity;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.words.Words;

import javafx.scene.input.Clipboard;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** What the system does not open is said in the window. */
class OutsideLinksTest {
    private static final String ADDRESS = "https://example.org/";

    private final Toolkit kit = Toolkit.create(new Words());
    private Optional<OpenFailure> comes = Optional.of(new OpenFailure.NoProgram());
    private final OutsideLinks links = new OutsideLinks(kit, Runnable::run, _ -> comes);

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    private static <T> T onFx(Callable<T> what) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.MINUTES.toMillis(1), what);
    }

    private List<Notice> opening(String address) {
        return onFx(
                () -> {
                    links.open(address);
                    return List.copyOf(kit.notices().shown());
                });
    }

    @Test
    void theAddressCanBeCopiedInstead() {
        var notice = opening(ADDRESS).getFirst();
        assertTrue(notice.text().startsWith(ADDRESS + " could not be opened: no program"));
        assertEquals("Copy", notice.actions().getFirst().name());
        var copied =
                onFx(
                        () -> {
                            kit.notices().act(notice, notice.actions().getFirst());
                            return Clipboard.getSystemClipboard().getString();
                        });
        assertEquals(ADDRESS, copied);
    }

    @Test
    void aFolderIsNamedByItsPathAndWhoRefusedItByName() {
        comes = Optional.of(new OpenFailure.Refused("xdg-open", 3));
        var folder = Path.of("a b").toAbsolutePath();
        var text = opening(folder.toUri().toString()).getFirst().text();
        assertTrue(text.startsWith(folder + " could not be opened"), text);
        assertTrue(text.contains("xdg-open ended with 3"), text);
    }

    @Test
    void whatNamesAFileStaysWhenItsFolderCannotBeOpened() {
        var named =
                Notice.lasting(
                        "kept",
                        Severity.WARNING,
                        "It was kept as /a/b.",
                        Notice.Action.look("Show the file", () -> links.open(Path.of("/a"))));
        var told =
                onFx(
                        () -> {
                            kit.notices().show(named);
                            kit.notices().act(named, named.actions().getFirst());
                            return List.copyOf(kit.notices().shown());
                        });
        assertEquals(2, told.size());
        assertEquals(named, told.getFirst());
    }

    @Test
    void theNoticeGoesWhenSomethingOpens() {
        assertEquals(1, opening(ADDRESS).size());
        comes = Optional.empty();
        assertEquals(List.of(), opening(ADDRESS));
    }
}
