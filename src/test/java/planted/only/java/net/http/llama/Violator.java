package planted.only.java.net.http.llama;

import java.net.http.HttpClient;

/** Speaks HTTP outside http. */
public record Violator(HttpClient it) {}
