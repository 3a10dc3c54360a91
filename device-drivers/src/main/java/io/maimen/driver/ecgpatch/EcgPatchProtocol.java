package io.maimen.driver.ecgpatch;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.StoreId;
import io.maimen.driver.frame.Checksum;
import io.maimen.observation.RawFrame;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One patch over one MQTT connection: every payload is a block, accepted when stored, called malformed when it is none
 * and that was written down, and left without an answer when it could not be stored. Several blocks may be under way;
 * the transport's Receive Maximum bounds them. Confined to its session's thread.
 */
final class EcgPatchProtocol implements DeviceProtocol {
    private final BlockDecoder decoder = new BlockDecoder();
    private final BlockObservation observation;
    private final String serial;
    private final long serialCheck;
    private final Map<StoreId, DeliveryId> unanswered = new HashMap<>();
    private long storesAsked;

    EcgPatchProtocol(DeviceContext context) {
        observation = new BlockObservation(context.device());
        serial = context.device().value();
        serialCheck = Checksum.crc32(ByteBuffer.wrap(serial.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Received received) {
            return received(received);
        }
        if (event instanceof Stored stored && unanswered.containsKey(stored.storeId())) {
            return List.of(new Acknowledge(unanswered.remove(stored.storeId()), Acknowledgement.ACCEPTED));
        }
        if (event instanceof NotStored notStored) {
            unanswered.remove(notStored.storeId()); // silence: the patch sends it again
        }
        if (event instanceof Disconnected) {
            unanswered.clear();
        }
        return List.of();
    }

    private List<DriverAction> received(Received received) {
        RawFrame frame = new RawFrame(received.bytes(), received.at());
        Decoded<Block> decoded = ofThisPatch(decoder.read(received.bytes().asBuffer()));
        if (decoded instanceof Decoded.Frame<Block> block) {
            StoreId storeId = new StoreId(storesAsked++);
            unanswered.put(storeId, received.delivery());
            return List.of(new Store(storeId, List.of(frame), List.of(observation.of(block.frame(), frame))));
        }
        DecodeError error = ((Decoded.Refused<Block>) decoded).error();
        return List.of(new Reject(error, frame), new Acknowledge(received.delivery(), Acknowledgement.MALFORMED));
    }

    /** A block under the wrong device would be a reading under the wrong patient. */
    private Decoded<Block> ofThisPatch(Decoded<Block> decoded) {
        if (decoded instanceof Decoded.Frame<Block> block && block.frame().serialCheck() != serialCheck) {
            return Decoded.refused(
                    "ECG-008",
                    BlockLayout.SERIAL_CHECK + Integer.BYTES,
                    String.format(
                            Locale.ROOT,
                            "serial check must be %08X, that of %s, but was %08X; another patch sends in its name",
                            serialCheck,
                            serial,
                            block.frame().serialCheck()));
        }
        return decoded;
    }
}
