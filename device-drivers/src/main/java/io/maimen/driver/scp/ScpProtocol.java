package io.maimen.driver.scp;

import io.maimen.driver.Decoded;
import io.maimen.driver.DecodedFrame;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.StoreId;
import io.maimen.observation.RawFrame;
import java.util.List;

/** A place where files arrive whole, one a message: each is kept as it is with what its header says. Confined to one thread. */
final class ScpProtocol implements DeviceProtocol {
    private final ScpHeaderDecoder header = new ScpHeaderDecoder();
    private long storesAsked;

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (!(event instanceof Received received)) {
            return List.of();
        }
        Decoded<DecodedFrame> decoded = header.decode(received.bytes().asBuffer());
        if (decoded instanceof Decoded.Refused<DecodedFrame> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        DecodedFrame frame = ((Decoded.Frame<DecodedFrame>) decoded).frame();
        RawFrame raw = new RawFrame(
                received.bytes(),
                received.at(),
                frame.fields().stream().limit(RawFrame.MOST_FIELDS).toList());
        return List.of(new Store(new StoreId(storesAsked++), List.of(raw), List.of()));
    }
}
