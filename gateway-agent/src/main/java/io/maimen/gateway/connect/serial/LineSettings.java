package io.maimen.gateway.connect.serial;

import static java.util.Objects.requireNonNull;

import com.fazecast.jSerialComm.SerialPort;

/**
 * How bytes go over a serial line: 8 data bits each. Immutable.
 *
 * @param baud bits a second; a pty ignores it
 * @param stopBits 1 or 2
 */
public record LineSettings(int baud, Parity parity, int stopBits) {
    public LineSettings {
        requireNonNull(parity, "parity");
        if (stopBits != 1 && stopBits != 2) {
            throw new IllegalArgumentException("GW-026 stopBits must be 1 or 2 but was " + stopBits);
        }
    }

    /** What a ninth bit says of the eight before it. */
    public enum Parity {
        NONE(SerialPort.NO_PARITY),
        EVEN(SerialPort.EVEN_PARITY),
        ODD(SerialPort.ODD_PARITY);

        private final int number;

        Parity(int number) {
            this.number = number;
        }
    }

    /** No parity, one stop bit: what most devices speak. */
    public static LineSettings plain(int baud) {
        return new LineSettings(baud, Parity.NONE, 1);
    }

    void set(SerialPort line) {
        line.setComPortParameters(
                baud, Byte.SIZE, stopBits == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS, parity.number);
    }
}
