package io.maimen.simulator.wfdb;

/** How a signal file packs its samples. Source: WFDB signal(5). Stateless. */
public enum SampleFormat {
    /** 16 bit two's complement, least significant byte first. */
    FORMAT_16 {
        @Override
        public int[] unpack(byte[] bytes, int offset) {
            int[] samples = new int[(bytes.length - offset) / 2];
            for (int i = 0; i < samples.length; i++) {
                int at = offset + 2 * i;
                samples[i] = (short) ((bytes[at] & 0xFF) | (bytes[at + 1] << 8));
            }
            return samples;
        }
    },
    /** Two 12 bit two's complement samples in three bytes; the middle byte holds the high four bits of both. */
    FORMAT_212 {
        @Override
        public int[] unpack(byte[] bytes, int offset) {
            int length = bytes.length - offset;
            int[] samples = new int[length / 3 * 2 + (length % 3 == 2 ? 1 : 0)];
            for (int i = 0; i < samples.length; i++) {
                int at = offset + i / 2 * 3;
                int low = bytes[i % 2 == 0 ? at : at + 2] & 0xFF;
                int high = i % 2 == 0 ? bytes[at + 1] & 0x0F : (bytes[at + 1] & 0xF0) >> 4;
                samples[i] = (high << 8 | low) << 20 >> 20;
            }
            return samples;
        }
    };

    /** Every whole sample from {@code offset} on, signals interleaved as in the file. */
    public abstract int[] unpack(byte[] bytes, int offset);

    static SampleFormat of(int number) {
        return switch (number) {
            case 16 -> FORMAT_16;
            case 212 -> FORMAT_212;
            default -> throw new IllegalArgumentException("format must be 16 or 212 but was " + number);
        };
    }
}
