package planted.http.hardware;

import java.net.http.HttpClient;

/** Speaks HTTP where none belongs. */
public record Violator(HttpClient client) {}
