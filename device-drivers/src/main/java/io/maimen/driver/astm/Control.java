package io.maimen.driver.astm;

/** The control bytes of LIS01-A2 section 5. */
final class Control {
    static final byte STX = 0x02;
    static final byte ETX = 0x03;
    static final byte EOT = 0x04;
    static final byte ENQ = 0x05;
    static final byte ACK = 0x06;
    static final byte LF = 0x0A;
    static final byte CR = 0x0D;
    static final byte NAK = 0x15;
    static final byte ETB = 0x17;

    private Control() {}

    /** True for the two bytes that end a frame's text. */
    static boolean endsText(byte value) {
        return value == ETX || value == ETB;
    }

    /** True for the two bytes that end a frame. */
    static boolean endsLine(byte value) {
        return value == CR || value == LF;
    }

    /** True for the bytes with which a sender begins something new. */
    static boolean opens(byte value) {
        return value == STX || value == ENQ || value == EOT;
    }
}
