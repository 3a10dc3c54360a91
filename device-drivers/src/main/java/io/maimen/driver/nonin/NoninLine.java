package io.maimen.driver.nonin;

import io.maimen.driver.DriverAction;
import io.maimen.observation.time.ReceiveTime;
import java.nio.ByteBuffer;
import java.util.List;

/** The bytes of one line in one data format, and what they ask for. Confined to the session's thread. */
interface NoninLine {
    /** What to do about these bytes. */
    List<DriverAction> read(ByteBuffer bytes, ReceiveTime at);

    /** What to do about the rest, when the connection ends. */
    List<DriverAction> end(ReceiveTime lastAt);
}
