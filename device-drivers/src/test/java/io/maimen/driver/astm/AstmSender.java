package io.maimen.driver.astm;

import io.maimen.driver.AcknowledgementCheck;
import io.maimen.driver.DriverAction.Write;
import io.maimen.observation.Bytes;
import java.util.Arrays;
import java.util.Optional;

/** How an analyser understands its answers: ACK after a frame means that the frame may be forgotten. */
final class AstmSender implements AcknowledgementCheck.Line {
    @Override
    public boolean acknowledges(Write write) {
        return write.bytes().equals(Bytes.of((byte) 0x06));
    }

    @Override
    public Optional<Bytes> awaited(Bytes sent) {
        byte[] bytes = sent.toArray();
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == 0x05) {
                return Optional.empty();
            }
            // STX inside a text is not followed by a frame number in our tests.
            if (bytes[i] == 0x02 && i + 1 < bytes.length && Character.isDigit(bytes[i + 1])) {
                return Optional.of(Bytes.of(Arrays.copyOfRange(bytes, i, endOfFrame(bytes, i))));
            }
        }
        return Optional.empty();
    }

    /** Behind terminator, two digits and the first byte of the trailer; what follows is not ours to keep. */
    private static int endOfFrame(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == 0x03 || bytes[i] == 0x17) {
                return Math.min(bytes.length, i + 4);
            }
        }
        return bytes.length;
    }
}
