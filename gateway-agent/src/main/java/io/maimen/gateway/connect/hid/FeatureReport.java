package io.maimen.gateway.connect.hid;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Feature reports go by ioctl, which Java does not have: the only class that knows JNA. Stateless; loaded only where a driver
 * sends one.
 */
final class FeatureReport {
    private static final int READ_AND_WRITE = 2;
    /** {@code HIDIOCSFEATURE(0)}: _IOC(_IOC_WRITE|_IOC_READ, 'H', 6, 0) of linux/hidraw.h. */
    private static final long SET_FEATURE = 3L << 30 | (long) 'H' << 8 | 6;

    private static final int LENGTH_SHIFT = 16;

    private FeatureReport() {}

    /** What we need of the C library; -1 becomes the exception. */
    private interface CLibrary extends Library {
        CLibrary C = Native.load("c", CLibrary.class);

        int open(String path, int flags) throws LastErrorException;

        int ioctl(int file, NativeLong request, Object... arguments) throws LastErrorException;

        int close(int file);
    }

    /** @param numbered the report's number, 0 for none, and the report */
    static void send(Path device, byte... numbered) throws IOException {
        try {
            int file = CLibrary.C.open(device.toString(), READ_AND_WRITE);
            try {
                CLibrary.C.ioctl(file, new NativeLong(SET_FEATURE | (long) numbered.length << LENGTH_SHIFT), numbered);
            } finally {
                CLibrary.C.close(file);
            }
        } catch (LastErrorException e) {
            throw new IOException("the device took no feature report (system error " + e.getErrorCode() + ")", e);
        }
    }
}
