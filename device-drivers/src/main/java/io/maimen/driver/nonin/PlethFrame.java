package io.maimen.driver.nonin;

/**
 * One of the 25 frames of a packet: a point of the pleth and one byte of information. Immutable.
 *
 * @param status eight flags
 * @param pleth 0 to 255 in format 2, 0 to 65535 in format 7
 * @param information a byte whose meaning is its place in the packet
 */
record PlethFrame(int status, int pleth, int information) {
    private static final int SYNC = 1;
    private static final int SENSOR_ALARM = 1 << 3;
    private static final int OUT_OF_TRACK = 1 << 4;
    private static final int ARTIFACT = 1 << 5;
    private static final int SENSOR_DISCONNECTED = 1 << 6;
    private static final int PERFUSION_SHIFT = 1;
    private static final int PERFUSION = 3;

    /** Whether it is the first frame of a packet. */
    boolean sync() {
        return (status & SYNC) != 0;
    }

    boolean sensorAlarm() {
        return (status & SENSOR_ALARM) != 0;
    }

    boolean outOfTrack() {
        return (status & OUT_OF_TRACK) != 0;
    }

    boolean artifact() {
        return (status & ARTIFACT) != 0;
    }

    /** OEM III only; the 9560 keeps the bit reserved. */
    boolean sensorDisconnected() {
        return (status & SENSOR_DISCONNECTED) != 0;
    }

    /** {@code low}, {@code good} or {@code marginal}, the document's red, green and yellow; {@code none} between beats. */
    String perfusion() {
        return switch ((status >> PERFUSION_SHIFT) & PERFUSION) {
            case 1 -> "good";
            case 2 -> "low";
            case 3 -> "marginal";
            default -> "none";
        };
    }
}
