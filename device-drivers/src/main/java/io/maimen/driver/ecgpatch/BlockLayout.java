package io.maimen.driver.ecgpatch;

/** Offsets and limits of a block in bytes, as the table of docs/devices/ecg-patch.md gives them. */
final class BlockLayout {
    static final int MAGIC = 0;
    static final int VERSION = 2;
    static final int FLAGS = 3;
    static final int SERIAL_CHECK = 4;
    static final int STREAM = 12;
    static final int SEQUENCE = 16;
    static final int FIRST_SAMPLE = 20;
    static final int TIME = 28;
    static final int RATE = 36;
    static final int SCALE = 40;
    static final int LEAD = 44;
    static final int RESERVED = 45;
    static final int COUNT = 46;
    static final int SAMPLES = 48;
    static final int CRC_LENGTH = 4;

    static final int MAX_COUNT = 2_500;
    static final int SHORTEST = length(1);

    static final short MAGIC_VALUE = 0x4D45;
    static final byte VERSION_VALUE = 1;
    static final int FLAG_ELECTRODE_OFF = 1;
    static final int FLAG_SIMULATED = 1 << 1;
    static final int FLAG_CLOCK_UNSET = 1 << 2;
    static final int FLAGS_KNOWN = FLAG_ELECTRODE_OFF | FLAG_SIMULATED | FLAG_CLOCK_UNSET;

    private BlockLayout() {}

    /** Length in bytes of a block of {@code count} samples. */
    static int length(int count) {
        return SAMPLES + count * Short.BYTES + CRC_LENGTH;
    }
}
