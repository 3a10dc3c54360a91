package io.maimen.driver.recording;

import io.maimen.observation.Bytes;
import java.time.ZoneId;

/** A format of files that hold an ECG. Stateless. */
@FunctionalInterface
public interface RecordingFormat {
    /**
     * Reads a whole file.
     *
     * @param place zone of the place, for files that tell wall time only
     * @throws RefusedFile where one sample would not be what the device recorded
     */
    EcgRecording read(Bytes file, ZoneId place) throws RefusedFile;
}
