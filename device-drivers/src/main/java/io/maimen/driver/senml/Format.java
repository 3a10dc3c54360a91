package io.maimen.driver.senml;

import java.util.Optional;

/** How a pack is written. Its first byte tells: no array of CBOR begins like JSON text. */
enum Format {
    /** application/senml+json. */
    JSON,
    /** application/senml+cbor. */
    CBOR;

    private static final int MAJOR_TYPE = 0xE0;
    private static final int CBOR_ARRAY = 0x80;

    /** Empty when bytes that begin so are no array in either. */
    static Optional<Format> of(byte[] pack) {
        if (pack.length == 0) {
            return Optional.empty();
        }
        int first = pack[0] & 0xFF;
        if ((first & MAJOR_TYPE) == CBOR_ARRAY) {
            return Optional.of(CBOR);
        }
        return first == '[' || first == ' ' || first == '\t' || first == '\r' || first == '\n'
                ? Optional.of(JSON)
                : Optional.empty();
    }
}
