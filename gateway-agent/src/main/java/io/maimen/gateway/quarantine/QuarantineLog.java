package io.maimen.gateway.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.maimen.log.LogException;
import io.maimen.log.LogPosition;
import io.maimen.log.LogRecord;
import io.maimen.log.LogSlice;
import io.maimen.log.ObservationLog;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The quarantine in a log of its own, one JSON object a record. When it has reached its limit it keeps no more and says so:
 * a line that only makes noise must not eat the space of readings. Thread-safe.
 */
public final class QuarantineLog implements Quarantine, AutoCloseable {
    /** More than this is not kept; a person looks at the cause long before. */
    private static final long LIMIT_BYTES = 64L << 20;

    private static final int SLICE_RECORDS = 256;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObservationLog log;
    private final long limitBytes;

    /** Keeps frames in {@code log}, which nothing else writes, up to 64 MiB. */
    public QuarantineLog(ObservationLog log) {
        this(log, LIMIT_BYTES);
    }

    QuarantineLog(ObservationLog log, long limitBytes) {
        this.log = log;
        this.limitBytes = limitBytes;
    }

    @Override
    public Optional<String> keep(QuarantinedFrame frame) {
        if (log.sizeBytes() >= limitBytes) {
            return Optional.of("GW-041 quarantine must be below " + limitBytes + " bytes but was " + log.sizeBytes()
                    + "; mend what spoils the frames, then move the quarantine directory away");
        }
        try {
            log.append(List.of(encoded(frame)));
            return Optional.empty();
        } catch (LogException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The newest frames, newest first, at most {@code max}. */
    public List<QuarantinedFrame> newest(int max) throws LogException {
        Deque<QuarantinedFrame> kept = new ArrayDeque<>();
        LogPosition at = log.start();
        while (at.compareTo(log.end()) < 0) {
            LogSlice slice = log.read(at, SLICE_RECORDS);
            for (LogRecord entry : slice.records()) {
                kept.addLast(decoded(entry.bytes()));
                if (kept.size() > max) {
                    kept.removeFirst();
                }
            }
            at = slice.next();
        }
        List<QuarantinedFrame> newestFirst = new ArrayList<>(kept);
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private static byte[] encoded(QuarantinedFrame frame) {
        try {
            return JSON.writeValueAsBytes(Map.of(
                    "v", 1,
                    "device", frame.device().toString(),
                    "receivedAt", frame.receivedAt().toString(),
                    "code", frame.code(),
                    "offset", frame.offset(),
                    "reason", frame.reason(),
                    "bytes", frame.bytes().hex()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can always be written as JSON", e);
        }
    }

    private static QuarantinedFrame decoded(byte[] json) throws LogException {
        try {
            JsonNode node = JSON.readTree(json);
            return new QuarantinedFrame(
                    DeviceId.parse(node.get("device").asText()),
                    Instant.parse(node.get("receivedAt").asText()),
                    node.get("code").asText(),
                    node.get("offset").asInt(),
                    node.get("reason").asText(),
                    Bytes.of(HexFormat.of().parseHex(node.get("bytes").asText())));
        } catch (IOException e) {
            throw new IllegalStateException("the log serves only what was appended, and that was JSON", e);
        }
    }

    @Override
    public void close() {
        log.close();
    }
}
