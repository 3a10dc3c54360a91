package io.maimen.driver.omron;

import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key a cuff is unlocked with, and the messages about it on a characteristic of its own. Immutable.
 *
 * @param key 16 bytes, chosen by us
 * @param pairing whether a cuff that is ready for a new key is given this one
 */
record OmronKey(Bytes key, boolean pairing) {
    private static final int LENGTH = 16;
    private static final int TELL = 0x00;
    private static final int UNLOCK = 0x01;
    private static final int BEGIN = 0x02;
    private static final int ANSWER = 0x80;

    /** What the options say; empty for a model that needs no key. */
    static Optional<OmronKey> of(DriverOptions options) {
        String pair = options.text("pair").orElse("false");
        if (!pair.equals("true") && !pair.equals("false")) {
            throw new IllegalArgumentException("OMR-027 options.pair must be true or false but was " + pair);
        }
        return options.text("key").map(text -> new OmronKey(parse(text), pair.equals("true")));
    }

    private static Bytes parse(String text) {
        if (!text.matches("[0-9A-Fa-f]{32}")) {
            throw new IllegalArgumentException("OMR-024 options.key must be " + LENGTH
                    + " bytes in hexadecimal but had " + text.length() + " characters");
        }
        return Bytes.of(HexFormat.of().parseHex(text));
    }

    /** Asks a cuff whose button is held for a new key. */
    static Bytes begin() {
        return message(BEGIN, Bytes.of(new byte[LENGTH]));
    }

    /** Tells it the key. */
    Bytes tell() {
        return message(TELL, key);
    }

    /** Unlocks it with the key it was told before. */
    Bytes unlock() {
        return message(UNLOCK, key);
    }

    /** Whether the answer says yes to this message. */
    static boolean agrees(Bytes answer, Bytes message) {
        return answer.size() >= 2
                && answer.asBuffer().get(0) == (byte) (message.asBuffer().get(0) | ANSWER)
                && answer.asBuffer().get(1) == 0;
    }

    private static Bytes message(int kind, Bytes key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(kind);
        out.writeBytes(key.toArray());
        return Bytes.of(out.toByteArray());
    }
}
