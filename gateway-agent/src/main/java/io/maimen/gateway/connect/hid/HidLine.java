package io.maimen.gateway.connect.hid;

import io.maimen.driver.Channel;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.util.Optional;

/** An open HID device. One thread reads, others write and close. */
interface HidLine extends AutoCloseable {
    /** The next input report, without a number; empty when the device ended. Waits for it. */
    Optional<Bytes> read() throws IOException;

    /** Sends a report without a number: an output report, or a feature report on {@link Channel#HID_FEATURE}. */
    void write(Channel channel, Bytes report) throws IOException;

    /** Who waits in {@link #read} wakes with an exception. */
    @Override
    void close() throws IOException;
}
