package dev.paddock.ui.engine;

import dev.paddock.engine.NetworkKey;
import dev.paddock.engine.Sharing;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.common.Toolkit;
import dev.paddock.ui.common.Tooltips;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

import java.util.function.UnaryOperator;

/** Whether other computers may reach the engine, and the key they need. */
final class SharingPanel {
    /** Enough to tell two keys apart, too little to use one. */
    private static final int SHOWN = 6;

    private final Toolkit kit;
    private final EngineViewModel engine;
    private final Parent node;

    @FXML private CheckBox shared;
    @FXML private Node keySection;
    @FXML private Label key;
    @FXML private Button renew;

    SharingPanel(Toolkit kit, EngineViewModel engine) {
        this.kit = kit;
        this.engine = engine;
        node = kit.views().load("sharing-panel", this);
        Tooltips.put(renew, kit.words().of("server.panel.shared.renew.tip"));
        kit.watch(engine.settings(), settings -> show(settings.sharing()));
    }

    Parent node() {
        return node;
    }

    @FXML
    private void toggle() {
        boolean wanted = shared.isSelected();
        change(sharing -> sharing.switched(wanted));
    }

    @FXML
    private void copy() {
        sharing().key().map(NetworkKey::text).ifPresent(SystemClipboard::put);
    }

    @FXML
    private void renew() {
        change(Sharing::renewed);
    }

    private Sharing sharing() {
        return engine.settings().value().sharing();
    }

    private void change(UnaryOperator<Sharing> how) {
        engine.changeSharing(how);
    }

    private void show(Sharing sharing) {
        shared.setSelected(sharing.on());
        keySection.setVisible(sharing.on());
        keySection.setManaged(sharing.on());
        key.setText(sharing.key().map(it -> it.text().substring(0, SHOWN) + "…").orElse(""));
    }
}
