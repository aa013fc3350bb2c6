package dev.paddock.ui.common;

import dev.paddock.ui.words.Words;

import javafx.scene.input.KeyCombination;

/** Every key combination of the window, with the key of its words. */
public enum Shortcut {
    NEW_CHAT("Shortcut+N", "shortcut.newChat"),
    FIND_CHAT("Shortcut+K", "shortcut.findChat"),
    OPEN_MODEL("Shortcut+O", "shortcut.openModel"),
    BACKUPS("Shortcut+Shift+H", "shortcut.backups"),
    SETTINGS("Shortcut+Comma", "shortcut.settings"),
    QUIT("Shortcut+Q", "shortcut.quit"),
    START("Shortcut+E", "shortcut.start"),
    STOP("Shortcut+Shift+E", "shortcut.stop"),
    RESTART("Shortcut+Shift+R", "shortcut.restart"),
    COPY_ENDPOINT("Shortcut+Shift+C", "shortcut.copyEndpoint"),
    SIDEBAR("Shortcut+B", "shortcut.sidebar"),
    INSPECTOR("Shortcut+I", "shortcut.inspector"),
    LOG("Shortcut+L", "shortcut.log"),
    ZOOM_IN("Shortcut+Plus", "shortcut.zoomIn"),
    ZOOM_OUT("Shortcut+Minus", "shortcut.zoomOut"),
    ZOOM_RESET("Shortcut+0", "shortcut.zoomReset"),
    COPY_DIAGNOSTICS("Shortcut+Shift+D", "shortcut.copyDiagnostics"),
    NEXT_REGION("F6", "shortcut.nextRegion"),
    PREVIOUS_REGION("Shift+F6", "shortcut.previousRegion"),
    CONTEXT_MENU("Shift+F10", "shortcut.contextMenu"),
    SHORTCUTS("F1", "shortcut.shortcuts"),
    SEND("Enter", "shortcut.send"),
    NEW_LINE("Shift+Enter", "shortcut.newLine"),
    RECALL("Up", "shortcut.recall"),
    EDIT("F2", "shortcut.edit"),
    SAVE_EDIT("Shortcut+Enter", "shortcut.saveEdit"),
    OUTLINE("Shortcut+T", "shortcut.outline"),
    OLDER("Alt+Left", "shortcut.older"),
    NEWER("Alt+Right", "shortcut.newer"),
    STOP_ANSWER("Esc", "shortcut.stopAnswer");

    private final KeyCombination keys;
    private final String wordKey;

    Shortcut(String keys, String wordKey) {
        this.keys = KeyCombination.valueOf(keys);
        this.wordKey = wordKey;
    }

    public KeyCombination keys() {
        return keys;
    }

    /** What it does, for {@link Words#of}. */
    public String wordKey() {
        return wordKey;
    }

    /** As this system writes it: {@code Ctrl+N} or {@code ⌘N}. */
    public String shown() {
        return keys.getDisplayText().replace("↵", "Enter");
    }
}
