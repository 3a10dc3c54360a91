package io.maimen.gateway.desired;

import io.maimen.gateway.identity.DesiredKey;
import io.maimen.gateway.identity.IdentityException;
import io.maimen.log.DurableValue;
import io.maimen.log.LogException;
import io.maimen.observation.Bytes;
import io.maimen.observation.Observation;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.wire.DesiredState;
import io.maimen.observation.wire.DesiredStateCodec;
import io.maimen.observation.wire.Reported;
import io.maimen.observation.wire.ReportedCodec;
import io.maimen.observation.wire.SignedState;
import io.maimen.observation.wire.SignedStateCodec;
import io.maimen.observation.wire.WireException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state this gateway works by. A new one is checked wholly, then kept durably, then worked by; what fails on the way
 * leaves everything as it was. Thread-safe.
 */
public final class Desired {
    private static final Logger LOG = LoggerFactory.getLogger(Desired.class);

    private final GatewayId gateway;
    private final KeySource key;
    private final DurableValue file;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile WorkingState working = WorkingState.shipped();
    private volatile Optional<String> refusal = Optional.empty();

    /** Where the server's key is looked up for each state: a renewal may bring it. Without it nothing is believed. */
    public interface KeySource {
        /** The key as it is now. */
        Optional<DesiredKey> find() throws IdentityException;
    }

    private Desired(GatewayId gateway, KeySource key, DurableValue file) {
        this.gateway = gateway;
        this.key = key;
        this.file = file;
    }

    /**
     * Works by what was kept last. What does not fit the key any more is another server's: then the gateway begins anew.
     *
     * @throws LogException when the file cannot be read
     * @throws IdentityException when the key cannot: that is no reason to begin anew
     */
    public static Desired open(GatewayId gateway, KeySource key, DurableValue file)
            throws LogException, IdentityException {
        key.find();
        Desired desired = new Desired(gateway, key, file);
        Optional<byte[]> kept = file.read();
        if (kept.isPresent()) {
            try {
                desired.working = desired.read(kept.get());
            } catch (RefusedState e) {
                LOG.warn("{}; the desired state that was kept is left aside", e.getMessage());
                desired.refusal = Optional.of(e.getMessage());
            }
        }
        return desired;
    }

    /** {@code listener} hears of each state after it holds, on the thread that brought it. */
    public void onApplied(Runnable listener) {
        listeners.add(listener);
    }

    /** Takes a signed state, or does not; the answer is the report for the server. Blocking. */
    public synchronized byte[] heard(byte[] bytes) {
        try {
            WorkingState next = read(bytes);
            if (!next.bytes().equals(working.bytes())) {
                requireNewer(next);
                keep(bytes);
                working = next;
                LOG.info("working by desired state {}", next.version());
                listeners.forEach(Runnable::run);
            }
            refusal = Optional.empty();
        } catch (RefusedState e) {
            LOG.warn("{}; still working by {}", e.getMessage(), working.version());
            refusal = Optional.of(e.getMessage());
        }
        return new ReportedCodec().toCbor(new Reported(working.version(), refusal));
    }

    private WorkingState read(byte[] bytes) throws RefusedState {
        try {
            SignedState signed = new SignedStateCodec().fromCbor(bytes);
            byte[] state = signed.state().toArray();
            DesiredKey server = key.find()
                    .orElseThrow(() -> new RefusedState("GW-080 gateway must know the server's desiredKey but does not;"
                            + " the next certificate brings it, or enrol it anew"));
            if (!server.verifies(SignedState.signed(state), signed.signature().toArray())) {
                throw new RefusedState("GW-081 desired state must be signed by the server but was not");
            }
            DesiredState desired = new DesiredStateCodec().fromCbor(state);
            if (!desired.gateway().equals(gateway)) {
                throw new RefusedState(
                        "GW-082 desired state must be for " + gateway + " but was for " + desired.gateway());
            }
            return WorkingState.of(desired, signed.state());
        } catch (WireException e) {
            throw new RefusedState("GW-084 desired state must be readable but was not: " + e.getMessage(), e);
        } catch (IdentityException e) {
            throw new RefusedState("GW-080 gateway must know the server's desiredKey but: " + e.getMessage(), e);
        }
    }

    private void requireNewer(WorkingState next) throws RefusedState {
        if (next.version() <= working.version()) {
            throw new RefusedState("GW-083 desired state must be newer than " + working.version() + " but was "
                    + next.version() + "; was the server put back to an old backup?");
        }
    }

    private void keep(byte[] bytes) throws RefusedState {
        try {
            file.write(bytes);
        } catch (LogException e) {
            throw new RefusedState("GW-085 desired state must be kept but was not: " + e.getMessage(), e);
        }
    }

    /** Whether a reading meets a limit of a rule of the packs that hold. */
    public boolean mayAlarm(Observation observation) {
        return working.lanes().mayAlarm(observation);
    }

    /** Whether a device may be served, by a driver of this name. */
    public boolean serves(DeviceId device, String driver) {
        return working.serves(device, driver);
    }

    /** Which state it works by. */
    public DesiredStatus status() {
        return new DesiredStatus(working.version(), refusal);
    }

    /** The bytes it works by, as the server signed them; empty while there are none. */
    Bytes bytes() {
        return working.bytes();
    }
}
