package io.maimen.gateway.uplink;

import java.util.Optional;
import org.eclipse.paho.mqttv5.client.IMqttToken;

/** Why something failed, out of what Paho hands over. Stateless. */
final class PahoReason {
    /** From here on a reason code is an error, MQTT 5 section 2.4. */
    private static final int FIRST_ERROR_CODE = 0x80;

    private PahoReason() {}

    /** In words. */
    static String of(Throwable failure) {
        Throwable root = failure.getCause() == null ? failure : failure.getCause();
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** The code by which the server refused; empty when it did not, or gave none. */
    static Optional<Integer> errorCode(IMqttToken token) {
        int[] codes = token.getReasonCodes();
        return codes == null || codes.length == 0 || codes[0] < FIRST_ERROR_CODE
                ? Optional.empty()
                : Optional.of(codes[0]);
    }

    static String hex(String what, int code) {
        return what + " 0x" + Integer.toHexString(code);
    }
}
