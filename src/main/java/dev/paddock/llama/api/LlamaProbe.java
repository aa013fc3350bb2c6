package dev.paddock.llama.api;

import dev.paddock.engine.Endpoint;
import dev.paddock.engine.HealthCheck;
import dev.paddock.engine.LaunchPlan;
import dev.paddock.engine.Probe;
import dev.paddock.engine.Stranger;
import dev.paddock.http.ConnectTimeoutException;
import dev.paddock.http.Http;
import dev.paddock.http.Request;

import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonFactory;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks a llama-server whether it serves our model. Safe from any thread. */
public final class LlamaProbe implements Probe {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);
    private static final Duration WORK_PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;

    private final JsonFactory json = new JsonFactory();
    private final Http http;
    private final TrialTokens trials;
    private final BooleanSupplier answering;

    public LlamaProbe(Http http) {
        this(http, new TrialTokens(), () -> false);
    }

    /**
     * @param trials is told what the trial generations use
     * @param answering whether answers of this app are under way or asked for: no trial begins then
     */
    public LlamaProbe(Http http, TrialTokens trials, BooleanSupplier answering) {
        this.http = http;
        this.trials = trials;
        this.answering = answering;
    }

    @Override
    public Reply ask(LaunchPlan plan, Endpoint endpoint) {
        try {
            int health = get(endpoint, "/health", PATIENCE).status();
            return switch (health) {
                case OK -> identify(plan, get(endpoint, "/props", PATIENCE));
                case UNAVAILABLE -> new Reply.Loading();
                default -> foreign(new Stranger.OtherStatus(health));
            };
        } catch (ConnectException nobody) {
            return new Reply.Silent();
        } catch (ConnectTimeoutException nothing) {
            return new Reply.Blocked();
        } catch (IOException mute) {
            // It listens, but does not get to answering: an engine reading from a slow disk.
            return new Reply.Loading();
        }
    }

    @Override
    public boolean alive(Endpoint endpoint) {
        try {
            return get(endpoint, "/health", HEALTH_PATIENCE).ok();
        } catch (IOException mute) {
            return false;
        }
    }

    @Override
    public Work work(Endpoint endpoint) {
        try {
            var reply = get(endpoint, "/slots", WORK_PATIENCE);
            return reply.ok() ? Slots.work(reply.body()) : new Work.Untold();
        } catch (IOException mute) {
            return new Work.NoAnswer();
        }
    }

    @Override
    public HealthCheck.Result generate(Endpoint endpoint, Duration limit) {
        return new TestGeneration(http, this, trials, answering, endpoint, limit).run();
    }

    private dev.paddock.http.Reply get(Endpoint endpoint, String path, Duration limit)
            throws IOException {
        return http.send(Request.get(endpoint.uri(path), endpoint.key().text()), limit);
    }

    private Reply identify(LaunchPlan plan, dev.paddock.http.Reply reply) {
        return switch (reply.status()) {
            case OK -> identify(plan, reply.body());
            case UNAVAILABLE -> new Reply.Loading();
            case UNAUTHORIZED -> foreign(new Stranger.OtherKey());
            default -> foreign(new Stranger.OtherStatus(reply.status()));
        };
    }

    private Reply identify(LaunchPlan plan, byte[] body) {
        try {
            var props = Props.read(json, body);
            String model = props.modelPath();
            if (!same(plan.model(), model)) {
                return foreign(
                        model.isEmpty() ? new Stranger.NoModel() : new Stranger.OtherModel(model));
            }
            return new Reply.Ready(props.info());
        } catch (JacksonException | IllegalArgumentException noJson) {
            return foreign(new Stranger.NoLlamaServer());
        }
    }

    private static Reply foreign(Stranger who) {
        return new Reply.Foreign(who);
    }

    /** By name where the engine writes the path differently than we did. */
    private static boolean same(Path ours, String theirs) {
        try {
            return ours.toAbsolutePath().toString().equals(theirs)
                    || ours.getFileName().equals(Path.of(theirs).getFileName());
        } catch (InvalidPathException garbled) {
            return false;
        }
    }
}
