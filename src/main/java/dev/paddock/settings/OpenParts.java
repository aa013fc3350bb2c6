package dev.paddock.settings;

import java.util.Optional;

/**
 * What of the window was open.
 *
 * @param sidebar the conversations on the left
 * @param inspector the pane on the right
 * @param log the log at the bottom
 * @param conversation the id of the one in sight; empty for one without messages
 */
public record OpenParts(
        boolean sidebar, boolean inspector, boolean log, Optional<String> conversation) {
    public OpenParts withSidebar(boolean open) {
        return new OpenParts(open, inspector, log, conversation);
    }

    public OpenParts withInspector(boolean open) {
        return new OpenParts(sidebar, open, log, conversation);
    }

    public OpenParts withLog(boolean open) {
        return new OpenParts(sidebar, inspector, open, conversation);
    }

    public OpenParts withConversation(Optional<String> shown) {
        return new OpenParts(sidebar, inspector, log, shown);
    }
}
