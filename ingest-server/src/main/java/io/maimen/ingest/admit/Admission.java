package io.maimen.ingest.admit;

import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.ObservationLog;
import io.maimen.observation.Bytes;
import io.maimen.observation.Lane;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.fact.QuarantinedFact;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.FactCodec;
import io.maimen.observation.wire.ObservationEnvelope;
import io.maimen.observation.wire.Receipt;
import io.maimen.observation.wire.WireException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes envelopes into the server's log: one envelope, one batch, one fsync (shared with those who arrive together).
 * Blocking. Thread-safe.
 */
public final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);
    private static final int REMEMBERED = 50_000;
    private static final EnvelopeCodec ENVELOPES = new EnvelopeCodec();
    private static final FactCodec FACTS = new FactCodec();

    private final ObservationLog log;
    private final Clock clock;
    private final SignatureCheck signatures;
    private final Runnable appended;
    private final RecentIdentities recent = new RecentIdentities(REMEMBERED);
    private volatile Optional<LogException> trouble = Optional.empty();

    /** {@code appended} is called after each commit, to wake the log's readers. */
    public Admission(ObservationLog log, Clock clock, SignatureCheck signatures, Runnable appended) {
        this.log = log;
        this.clock = clock;
        this.signatures = signatures;
        this.appended = appended;
    }

    /**
     * Admits an envelope and returns when the log has all of it on disk; of one that its gateway did not sign, nothing.
     *
     * @param gateway who sent it, as authenticated; the envelope must say the same
     * @param lane as the transport said it; the envelope must say the same
     * @throws LogException when the log has no room or its disk failed: nothing may be acknowledged, send it again
     */
    public Admitted admit(GatewayId gateway, Lane lane, byte[] envelope) throws LogException {
        Instant now = clock.instant();
        try {
            ObservationEnvelope read = ENVELOPES.fromCbor(envelope);
            requireSame("SRV-044", "gateway", gateway.value(), read.gateway().value());
            requireSame("SRV-045", "lane", lane.text(), read.lane().text());
            Optional<String> refusal = signatures.refusal(read);
            if (refusal.isPresent()) {
                return new Admitted.Refused(refusal.get());
            }
            String sha256 = EnvelopeCodec.digest(envelope);
            EnvelopeFacts facts = EnvelopeFacts.of(read, sha256, now, recent);
            if (!facts.facts().isEmpty()) {
                append(facts.facts());
            }
            recent.addAll(facts.identities());
            return new Admitted.Receipted(new Receipt(sha256, facts.outcomes(), now));
        } catch (WireException e) {
            LOG.warn("SRV-042 envelope of {} must be readable but was not: {}", gateway, e.getMessage());
            append(List.of(new QuarantinedFact(Bytes.of(envelope), e.getMessage(), gateway, now)));
            return new Admitted.Malformed(e.getMessage());
        }
    }

    /**
     * Takes what was said at the server itself and returns when the log has it on disk.
     *
     * @return the position just after it: whoever has read so far has it
     * @throws LogException when the log has no room or its disk failed: say it again
     */
    public LogPosition tell(List<Fact> facts) throws LogException {
        return append(facts);
    }

    /** Why the last append failed; empty once one succeeded again. */
    public Optional<LogException> trouble() {
        return trouble;
    }

    private LogPosition append(List<Fact> facts) throws LogException {
        LogPosition position;
        try {
            position = log.append(facts.stream().map(FACTS::toCbor).toList());
            trouble = Optional.empty();
        } catch (LogException e) {
            if (trouble.isEmpty()) {
                LOG.error(
                        "SRV-043 log must take what gateways send but does not, so none is acknowledged: {}",
                        e.getMessage());
            }
            trouble = Optional.of(e);
            throw e;
        }
        appended.run();
        return position;
    }

    private static void requireSame(String code, String name, String authenticated, String said) throws WireException {
        if (!authenticated.equals(said)) {
            throw new WireException(
                    code,
                    name + " must be " + authenticated + ", as the connection says, but was " + said
                            + "; correct the gateway's configuration");
        }
    }
}
