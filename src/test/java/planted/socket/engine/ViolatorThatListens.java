package planted.socket.engine;

import java.nio.channels.ServerSocketChannel;

/** Waits for visitors beside the check of ports. */
public record ViolatorThatListens(ServerSocketChannel it) {}
