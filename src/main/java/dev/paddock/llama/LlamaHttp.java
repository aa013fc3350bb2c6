package dev.paddock.llama;

import dev.paddock.server.Endpoint;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;

/** How this app speaks HTTP to its engine. */
public final class LlamaHttp {
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private LlamaHttp() {}

    /**
     * The one client to share: HTTP/1.1, no proxy whatever the environment says, no redirects.
     * Close it when the app ends.
     */
    public static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static HttpRequest.Builder request(Endpoint endpoint, String path) {
        return HttpRequest.newBuilder(endpoint.uri(path))
                .header("Authorization", "Bearer " + endpoint.apiKey());
    }
}
