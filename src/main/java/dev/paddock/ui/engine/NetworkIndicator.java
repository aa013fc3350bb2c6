package dev.paddock.ui.engine;

import dev.paddock.engine.EngineState.RunningEngine;
import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.Sharing;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows that the running engine is reachable from other computers, and hands out the way there. */
final class NetworkIndicator {
    private final Toolkit kit;
    private final EngineViewModel engine;
    private final MenuButton mark;

    NetworkIndicator(Toolkit kit, EngineViewModel engine, MenuButton mark) {
        this.kit = kit;
        this.engine = engine;
        this.mark = mark;
        Tooltips.put(mark, kit.words().of("server.network.tip"));
        kit.watch(engine.state(), _ -> refresh());
        kit.watch(engine.addresses(), _ -> refresh());
    }

    private void refresh() {
        var sharing = sharing();
        mark.setVisible(sharing.isPresent());
        mark.setManaged(sharing.isPresent());
        mark.getItems().setAll(sharing.flatMap(Sharing::key).map(this::items).orElse(List.of()));
    }

    /** Of the engine that runs: the settings may be others by now. */
    private Optional<Sharing> sharing() {
        return engine.state()
                .value()
                .running()
                .map(RunningEngine::plan)
                .map(plan -> plan.sharing())
                .filter(Sharing::on);
    }

    private List<MenuItem> items(NetworkKey key) {
        var words = kit.words();
        var items = new ArrayList<MenuItem>();
        for (String address : engine.sharedAt()) {
            items.add(item(words.of("server.network.copyAddress", address), address));
        }
        if (items.isEmpty()) {
            var none = new MenuItem(words.of("server.network.none"));
            none.setDisable(true);
            items.add(none);
        }
        items.add(item(words.of("server.network.copyKey"), key.text()));
        return items;
    }

    private static MenuItem item(String text, String copied) {
        var item = new MenuItem(text);
        // An underscore within an address is no mnemonic.
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> SystemClipboard.put(copied));
        return item;
    }
}
