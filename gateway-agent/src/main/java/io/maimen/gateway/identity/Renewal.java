package io.maimen.gateway.identity;

import io.maimen.gateway.connect.BackOff;
import io.maimen.gateway.schedule.Scheduler;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the certificate good: asks for the next after two thirds of its life, and also when it has ended. First it asks what
 * time it is, at each start and whenever the server does not take us: our own clock may be what is wrong. A failure changes
 * nothing and is tried again. Thread-safe.
 */
public final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final GatewayIdentity identity;
    private final ServerQuestions server;
    private final BackOff backOff;
    private final Scheduler scheduler;
    private final Executor executor;
    private Optional<String> trouble = Optional.empty();
    private boolean underWay;

    Renewal(
            GatewayIdentity identity,
            ServerQuestions server,
            RandomGenerator jitter,
            Scheduler scheduler,
            Executor executor) {
        this.identity = identity;
        this.server = server;
        this.backOff = new BackOff(FIRST_WAIT, LONGEST_WAIT, jitter);
        this.scheduler = scheduler;
        this.executor = executor;
    }

    /** Nothing happens before {@link #tick}; {@code executor} runs what may block for seconds. */
    public static Renewal at(
            URI server, GatewayIdentity identity, RandomGenerator jitter, Scheduler scheduler, Executor executor) {
        try {
            ServerApi api = new ServerApi(server, ServerTrust.timeless(identity.authority()::equals));
            return new Renewal(identity, api, jitter, scheduler, executor);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** To be called about once a second; {@code connected}: the server takes us as we are. */
    public synchronized void tick(boolean connected) {
        if (underWay) {
            return;
        }
        if (connected && identity.clockOffset().isPresent() && !identity.isDue()) {
            backOff.reset();
            return;
        }
        underWay = true;
        executor.execute(this::ask);
    }

    /** How it stands. */
    public synchronized IdentityStatus status() {
        return new IdentityStatus(
                identity.certificateUntil(), identity.clockOffset(), trouble.filter(text -> identity.isDue()));
    }

    private void ask() {
        try {
            String gateway = identity.gateway().value();
            JsonObject answer = server.post("/api/gateway/nonce", new JsonObject().put("gateway", gateway));
            identity.serverTimeIs(Instant.parse(answer.getString("serverTime", "")));
            if (identity.isDue()) {
                renew(answer.getString("nonce", ""));
            }
            ended(Optional.empty());
        } catch (IdentityException | IOException e) {
            ended(Optional.of(e.getMessage()));
        } catch (DateTimeParseException e) {
            ended(Optional.of("PKI-055 server must say what time it is but said '" + e.getParsedString()
                    + "'; check the address"));
        } catch (InterruptedException e) {
            // The gateway stops.
            Thread.currentThread().interrupt();
        } finally {
            scheduler.after(backOff(), this::mayAskAgain);
        }
    }

    private void renew(String nonce) throws IdentityException, IOException, InterruptedException {
        String request = identity.certificateRequest();
        byte[] signature = identity.sign((nonce + request).getBytes(StandardCharsets.UTF_8))
                .bytes()
                .toArray();
        JsonObject answer = server.post(
                "/api/gateway/renew",
                new JsonObject()
                        .put("gateway", identity.gateway().value())
                        .put("nonce", nonce)
                        .put("certificateRequest", request)
                        .put("signature", Base64.getEncoder().encodeToString(signature)));
        identity.renew(answer.getString("certificate", ""));
        LOG.info("the gateway's certificate is new, until {}", identity.certificateUntil());
        identity.learnDesiredKey(answer);
    }

    private synchronized void ended(Optional<String> failure) {
        if (failure.isPresent() && trouble.isEmpty()) {
            LOG.warn("{}; nothing is changed, and it is tried again", failure.get());
        }
        trouble = failure;
    }

    private synchronized Duration backOff() {
        return backOff.next();
    }

    private synchronized void mayAskAgain() {
        underWay = false;
    }
}
