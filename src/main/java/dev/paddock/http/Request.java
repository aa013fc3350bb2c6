package dev.paddock.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * What to ask a server.
 *
 * @param bearer the key that opens it; empty for none
 * @param json the body, which makes it a POST; empty for a GET
 */
public record Request(URI uri, String bearer, byte[] json) {
    private static final byte[] NOTHING = {};

    public static Request get(URI uri, String bearer) {
        return new Request(uri, bearer, NOTHING);
    }

    public static Request post(URI uri, String bearer, byte[] json) {
        return new Request(uri, bearer, json);
    }

    HttpRequest.Builder builder() {
        var builder = HttpRequest.newBuilder(uri);
        if (!bearer.isEmpty()) {
            builder.header("Authorization", "Bearer " + bearer);
        }
        if (json.length > 0) {
            builder.header("Content-Type", "application/json");
            builder.POST(BodyPublishers.ofByteArray(json));
        }
        return builder;
    }

    /** Leaves key and body out, so that neither can reach a log. */
    @Override
    public String toString() {
        return uri.toString();
    }
}
