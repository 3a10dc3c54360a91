package io.maimen.observation;

import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.DeviceTime;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The identity of a measurement: 32 lower-case hex digits, derived from the measurement itself. Immutable.
 *
 * <p>Retransmission, re-download from a device's memory and the same reading through two gateways give one identity;
 * two different readings in the same millisecond give two.
 */
public record ObservationId(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final int LENGTH_BYTES = 16;

    public ObservationId {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("OBS-013 id must be 32 lower-case hex digits but was " + hex);
        }
    }

    /**
     * Derives the identity.
     *
     * @param deviceTime as the device reported it, uncorrected; empty when its clock is unset or it has none
     * @param measurementKey the measurement's content without its transport dressing, as the driver's MeasurementKey says
     */
    public static ObservationId derive(
            DeviceId device, ObservationCode type, Optional<DeviceTime> deviceTime, Bytes measurementKey) {
        MessageDigest digest = sha256();
        add(digest, device.toString().getBytes(StandardCharsets.UTF_8));
        add(digest, type.toString().getBytes(StandardCharsets.UTF_8));
        add(
                digest,
                deviceTime.map(time -> time.reported().toString()).orElse("").getBytes(StandardCharsets.UTF_8));
        add(digest, measurementKey.toArray());
        return new ObservationId(HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), LENGTH_BYTES)));
    }

    /** Lengths go first, so that no two different lists of parts can flow into the same bytes. */
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
