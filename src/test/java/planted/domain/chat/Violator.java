package planted.domain.chat;

import java.net.http.HttpClient;

/** A domain room that knows HTTP. */
public record Violator(HttpClient client) {}
