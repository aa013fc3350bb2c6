package dev.paddock.integration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/**
 * The answers of a {@link FakeLlamaServer}: "w1 w2 ..." until the limit asked for. Its switches:
 *
 * <ul>
 *   <li>{@code --tokens=N}: the most tokens of an answer (20); {@code --token-ms=MS}: between two;
 *       {@code --prompt-ms=MS}: before the first.
 *   <li>{@code --sse=cut}: the connection ends after three tokens; {@code garbage}: then something
 *       that is no JSON; {@code error}: then the engine's own error; {@code stall:N}: after N
 *       tokens nothing more comes, and the connection stays; {@code split-utf8}: each token is "é€"
 *       and each byte its own piece; {@code huge:BYTES}: one token of that size.
 *   <li>{@code --die-at=token:N}: the engine ends after N tokens.
 * </ul>
 */
final class FakeStream {
    private static final Pattern LIMIT =
            Pattern.compile("\"(?:max_tokens|max_completion_tokens|n_predict)\"\\s*:\\s*(\\d+)");
    private static final int BEFORE_FAULT = 3;

    private final FakeLlamaServer engine;
    private final FakeSwitches switches;
    private final boolean chat;
    private final IntConsumer decoded;
    private final String sse;

    FakeStream(FakeLlamaServer engine, FakeSwitches switches, boolean chat, IntConsumer decoded) {
        this.engine = engine;
        this.switches = switches;
        this.chat = chat;
        this.decoded = decoded;
        sse = switches.text("sse", "ok").split(":", 2)[0];
    }

    void stream(String body, OutputStream out) throws IOException, InterruptedException {
        out.write(
                ("HTTP/1.1 200 X\r\nContent-Type: text/event-stream\r\n"
                                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n")
                        .getBytes(ISO_8859_1));
        out.flush();
        Thread.sleep(switches.number("prompt-ms", 0));
        int most = limit(body);
        for (int token = 1; token <= most; token++) {
            Thread.sleep(switches.number("token-ms", 0));
            event(out, piece(text(token), "null"));
            decoded.accept(token);
            if (faulty(out, token)) {
                return;
            }
        }
        event(out, piece("", "\"length\"").replace("}]}", "}]," + timings(most) + "}"));
        event(out, "[DONE]");
        out.write("0\r\n\r\n".getBytes(ISO_8859_1));
        out.flush();
    }

    String whole(String body) throws InterruptedException {
        int most = limit(body);
        Thread.sleep(switches.number("prompt-ms", 0) + most * switches.number("token-ms", 0));
        var text = new StringBuilder();
        for (int token = 1; token <= most; token++) {
            text.append(text(token));
            decoded.accept(token);
        }
        return (chat
                                ? "{\"choices\":[{\"index\":0,\"finish_reason\":\"length\",\"message\":"
                                      + "{\"role\":\"assistant\",\"content\":\"%s\"}}],"
                                : "{\"content\":\"%s\",\"stop\":true,\"stop_type\":\"limit\",")
                        .formatted(text)
                + timings(most)
                + "}";
    }

    /** Whether the answer is over because of a fault. */
    private boolean faulty(OutputStream out, int token) throws IOException, InterruptedException {
        if (switches.after("die-at", "token", 1) == token) {
            engine.die();
        }
        if (switches.after("sse", "stall", BEFORE_FAULT) == token) {
            new CountDownLatch(1).await();
        }
        if (token != BEFORE_FAULT) {
            return false;
        }
        switch (sse) {
            case "garbage" -> event(out, "{\"choices\": nonsense");
            case "error" ->
                    event(
                            out,
                            "{\"error\":{\"code\":500,\"message\":\"Context size has been"
                                    + " exceeded.\",\"type\":\"server_error\"}}");
            default -> {
                return sse.equals("cut");
            }
        }
        out.write("0\r\n\r\n".getBytes(ISO_8859_1));
        out.flush();
        return true;
    }

    private String text(int token) {
        return switch (sse) {
            case "split-utf8" -> "é€";
            case "huge" -> "x".repeat((int) switches.after("sse", "huge", 1_000_000));
            default -> "w" + token + " ";
        };
    }

    private String piece(String text, String finish) {
        return chat
                ? "{\"choices\":[{\"index\":0,\"finish_reason\":%s,\"delta\":{\"content\":\"%s\"}}]}"
                        .formatted(finish, text)
                : "{\"content\":\"%s\",\"stop\":%b,\"x\":[{}]}"
                        .formatted(text, !finish.equals("null"));
    }

    private static String timings(int tokens) {
        return ("\"timings\":{\"cache_n\":0,\"prompt_n\":5,\"prompt_ms\":1.0,\"predicted_n\":%d,"
                        + "\"predicted_ms\":%d.0,\"predicted_per_second\":1000.0}")
                .formatted(tokens, tokens);
    }

    private int limit(String body) {
        int most = (int) switches.number("tokens", 20);
        var asked = LIMIT.matcher(body);
        return asked.find() ? Math.min(most, Integer.parseInt(asked.group(1))) : most;
    }

    private void event(OutputStream out, String data) throws IOException {
        byte[] bytes = ("data: " + data + "\n\n").getBytes(UTF_8);
        int step = sse.equals("split-utf8") ? 1 : bytes.length;
        for (int at = 0; at < bytes.length; at += step) {
            byte[] piece = Arrays.copyOfRange(bytes, at, at + step);
            out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(ISO_8859_1));
            out.write(piece);
            out.write("\r\n".getBytes(ISO_8859_1));
            out.flush();
        }
    }
}
