package io.maimen.driver;

/**
 * Why bytes could not be read. Immutable.
 *
 * @param code stable, listed in docs/error-codes.md
 * @param offset of the byte that was wrong, within the frame
 * @param reason what must hold but was not: {@code checksum must be 8A but was 8B}
 */
public record DecodeError(String code, int offset, String reason) {
    @Override
    public String toString() {
        return code + " at byte " + offset + ": " + reason;
    }
}
