package planted.socket.llama.api;

import java.net.Socket;

/** Opens a socket outside the rooms for it. */
public record Violator(Socket it) {}
