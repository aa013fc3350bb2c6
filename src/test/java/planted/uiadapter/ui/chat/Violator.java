package planted.uiadapter.ui.chat;

import planted.uiadapter.sqlite.Store;

/** A view that knows an adapter. */
public record Violator(Store store) {}
