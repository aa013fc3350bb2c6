package dev.paddock.llama.api;

import dev.paddock.engine.Endpoint;
import dev.paddock.engine.HealthCheck.Result;
import dev.paddock.engine.Probe;
import dev.paddock.engine.Probe.Work;
import dev.paddock.http.Http;
import dev.paddock.http.Request;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets llama-server generate one token: health says nothing about whether it still can. */
final class TestGeneration {
    /**
     * The cache stays on: what a slot held moves to the engine's own store of prompts and comes
     * back with its chat, so that a trial costs the chats nothing.
     */
    private static final byte[] BODY =
            ("{\"prompt\":\"Hi\",\"n_predict\":1,\"stream\":false,\"temperature\":0,\"seed\":"
                            + TrialSlots.SEED
                            + "}")
                    .getBytes(StandardCharsets.US_ASCII);

    private static final long PAUSE_MILLIS = 250;

    private final Http http;
    private final Probe probe;
    private final TrialTokens trials;
    private final BooleanSupplier answering;
    private final Endpoint endpoint;
    private final long started = System.nanoTime();
    private final long end;

    TestGeneration(
            Http http,
            Probe probe,
            TrialTokens trials,
            BooleanSupplier answering,
            Endpoint endpoint,
            Duration limit) {
        this.http = http;
        this.probe = probe;
        this.trials = trials;
        this.answering = answering;
        this.endpoint = endpoint;
        end = started + limit.toNanos();
    }

    Result run() {
        return switch (probe.work(endpoint)) {
            case Work.NoAnswer _ -> new Result.NoAnswer(waited());
            case Work now when isTaken(now) -> watchWork();
            case Work.Told _, Work.Untold _ -> generate();
        };
    }

    /** An answer of ours that has no slot yet is to get the one that is free. */
    private boolean isTaken(Work now) {
        return answering.getAsBoolean() || now instanceof Work.Told(boolean full, _) && full;
    }

    /** A trial would queue behind the answers under way; that these move proves as much. */
    private Result watchWork() {
        var before = probe.work(endpoint);
        while (left().isPositive()) {
            pause();
            var now = probe.work(endpoint);
            if (now instanceof Work.NoAnswer) {
                return new Result.NoAnswer(waited());
            }
            if (!now.equals(before)) {
                return new Result.AtWork();
            }
            if (!isTaken(now)) {
                return generate();
            }
        }
        return new Result.Slow(waited());
    }

    private Result generate() {
        var told = new byte[0];
        trials.begin(endpoint);
        try {
            var reply =
                    http.send(
                            Request.post(endpoint.uri("/completion"), endpoint.key().text(), BODY),
                            left());
            told = reply.body();
            return reply.ok()
                    ? new Result.Generated(waited())
                    : new Result.Refused(reply.status(), reason(reply.body()));
        } catch (IOException late) {
            return new Result.Slow(waited());
        } finally {
            trials.end(endpoint, told);
        }
    }

    private static String reason(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body).path("error").path("message").asString("");
        } catch (JacksonException noJson) {
            return "";
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    private Duration waited() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
