package io.maimen.driver.frame;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Check values as device protocols compute them. Pure functions over a buffer's remaining bytes; the buffer is not moved. */
public final class Checksum {
    private static final int LOW_BYTE = 0xFF;

    private Checksum() {}

    /** CRC-32/ISO-HDLC (IEEE 802.3): polynomial 04C11DB7, reflected, initial and final xor FFFFFFFF; 0 to 2^32-1. */
    public static long crc32(ByteBuffer bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        return crc.getValue();
    }

    /** CRC-16/CCITT-FALSE: polynomial 1021, not reflected, initial FFFF, no final xor; 0 to 65,535. ISO 11073-91064 5.2. */
    public static int crc16Ccitt(ByteBuffer bytes) {
        int crc = 0xFFFF;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            crc ^= (bytes.get(i) & LOW_BYTE) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ 0x1021;
            }
        }
        return crc & 0xFFFF;
    }

    /** The sum of all bytes modulo 256, 0 to 255: the checksum of LIS01-A2 section 6.3.3 and of many serial devices. */
    public static int sumModulo256(ByteBuffer bytes) {
        int sum = 0;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            sum += bytes.get(i);
        }
        return sum & LOW_BYTE;
    }

    /** CRC-16/MCRF4XX: polynomial 1021, reflected, initial value FFFF, no final xor; 0 to FFFF. The E2E-CRC of Bluetooth services. */
    public static int crc16Mcrf4xx(ByteBuffer bytes) {
        int crc = 0xFFFF;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            crc ^= bytes.get(i) & LOW_BYTE;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8408 : crc >> 1;
            }
        }
        return crc;
    }

    /** All bytes combined by exclusive or, 0 to 255; 0 over a frame that ends with its own check byte. */
    public static int xor(ByteBuffer bytes) {
        int xor = 0;
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            xor ^= bytes.get(i);
        }
        return xor & LOW_BYTE;
    }
}
