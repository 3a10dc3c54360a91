package io.maimen.driver;

import io.maimen.observation.DriverRef;
import java.util.List;

/**
 * A kind of device we can talk to. Found by {@link java.util.ServiceLoader}; stateless, so one instance may be shared.
 */
public interface DeviceDriver {
    /** Name and version; the name is what a configuration's {@code driver:} says. */
    DriverRef ref();

    /** What it is for, in words for people. */
    DriverDescription description();

    /** When this kind of device may believe that a reading is safe. */
    AcknowledgementClass acknowledgementClass();

    /** The frames this driver can read, by name: one source for hex views, vectors, fuzzers and documentation. */
    List<FrameDecoder> frameDecoders();

    /** The streams this driver can cut into frames, by name; none where the transport keeps messages apart. */
    default List<StreamDecoder> streamDecoders() {
        return List.of();
    }

    /**
     * A fresh state machine for one connection.
     *
     * @throws IllegalArgumentException when an option is not what the driver accepts; the message names option and remedy
     */
    DeviceProtocol open(DeviceContext context);
}
