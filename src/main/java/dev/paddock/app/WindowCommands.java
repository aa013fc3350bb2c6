package dev.paddock.app;

import dev.paddock.ui.chat.ChatViews;
import dev.paddock.ui.common.Shortcut;
import dev.paddock.ui.common.SystemClipboard;
import dev.paddock.ui.engine.EngineViewModel;
import dev.paddock.ui.shell.WindowViewModel;

import java.util.EnumMap;
import java.util.Map;

/** What the keys and menus of the window do. */
final class WindowCommands {
    private WindowCommands() {}

    static Map<Shortcut, Runnable> of(
            ChatViews chat,
            WindowViewModel window,
            EngineViewModel engine,
            Runnable openPicker,
            Runnable showSettings,
            Runnable copyDiagnostics) {
        var commands = new EnumMap<Shortcut, Runnable>(Shortcut.class);
        commands.put(Shortcut.NEW_CHAT, chat::newConversation);
        commands.put(Shortcut.FIND_CHAT, window.inSidebar(chat::focusSearch));
        commands.put(Shortcut.OPEN_MODEL, openPicker);
        commands.put(Shortcut.BACKUPS, () -> window.showCard(chat.backups(window::hideCard)));
        commands.put(Shortcut.SETTINGS, showSettings);
        commands.put(Shortcut.START, engine::start);
        commands.put(Shortcut.STOP, engine::stop);
        commands.put(Shortcut.RESTART, engine::restart);
        commands.put(
                Shortcut.COPY_ENDPOINT, () -> engine.endpoint().ifPresent(SystemClipboard::put));
        commands.put(Shortcut.COPY_DIAGNOSTICS, copyDiagnostics);
        commands.put(Shortcut.OUTLINE, chat::showOutline);
        commands.put(Shortcut.STOP_ANSWER, chat::stop);
        return commands;
    }
}
