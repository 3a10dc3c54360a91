package io.maimen.driver.waveform;

import io.maimen.driver.DriverAction;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.driver.waveform.LineWaveform.Piece;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.Timing;
import io.maimen.observation.time.ReceiveTime;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Collects the frames of a line into blocks of two seconds, and stores each with the bytes it was read from. Confined to one
 * thread.
 */
final class LineBlocks<F> {
    private static final int BLOCK_SECONDS = 2;

    private final Origin origin;
    private final BlockObservation observation;
    private final WaveformFormat<F> format;
    private final List<Lead> leads;
    private final BigDecimal rateHz;
    private final Unstored unstored;
    private final BlockCutter cutter;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Optional<ReceiveTime> begun = Optional.empty();
    private Optional<Piece<F>> last = Optional.empty();
    private boolean leadOff;

    LineBlocks(Origin origin, WaveformFormat<F> format, List<Lead> leads, int rateHz, Unstored unstored) {
        this.origin = origin;
        this.observation = new BlockObservation(origin);
        this.format = format;
        this.leads = List.copyOf(leads);
        this.rateHz = BigDecimal.valueOf(rateHz);
        this.unstored = unstored;
        this.cutter = new BlockCutter(format.channels(), BLOCK_SECONDS * rateHz);
    }

    /** A new stream. */
    List<DriverAction> begin(Instant receivedAt) {
        List<DriverAction> actions = end();
        cutter.begin(receivedAt);
        return actions;
    }

    /** So many samples are missing: a gap within the block, or between two where it does not hold them. */
    List<DriverAction> skip(int missing) {
        if (missing == 0) {
            return List.of();
        }
        if (cutter.size() > 0 && missing < cutter.room()) {
            cutter.addGap(missing);
            return List.of();
        }
        List<DriverAction> actions = end();
        cutter.jump(missing);
        return actions;
    }

    /** The next sample. */
    List<DriverAction> add(Piece<F> piece) {
        if (format.leadOff(piece.frame())) {
            leadOff = true;
            cutter.addGap(1);
        } else {
            cutter.add(format.sample(piece.frame()));
        }
        begun = begun.or(() -> Optional.of(piece.at()));
        last = Optional.of(piece);
        bytes.writeBytes(piece.bytes().toArray());
        return cutter.room() == 0 ? end() : List.of();
    }

    /** What was collected; nothing where nothing was. */
    List<DriverAction> end() {
        Optional<Block> block = cutter.take();
        if (block.isEmpty()) {
            return List.of();
        }
        List<DriverAction> actions = new ArrayList<>();
        RawFrame read = new RawFrame(Bytes.of(bytes.toByteArray()), begun.orElseThrow());
        actions.add(unstored.store(
                read,
                leads.stream().map(lead -> observation(lead, block.get(), read)).toList()));
        last.ifPresent(piece -> actions.addAll(values(piece)));
        bytes.reset();
        begun = Optional.empty();
        last = Optional.empty();
        leadOff = false;
        return actions;
    }

    private Observation observation(Lead lead, Block block, RawFrame read) {
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        if (leadOff) {
            statuses.add(MeasurementStatus.LEAD_OFF);
        }
        if (lead.railed(block.channels().get(lead.index()))) {
            statuses.add(MeasurementStatus.QUESTIONABLE);
        }
        return observation.of(
                lead.type(),
                block.millivolts(lead.index(), rateHz, lead.scale().millivoltsPerStep()),
                Timing.received(read.receivedAt()),
                statuses,
                List.of(read));
    }

    private List<DriverAction> values(Piece<F> piece) {
        List<WaveformFormat.Value> values = format.values(piece.frame());
        if (values.isEmpty()) {
            return List.of();
        }
        RawFrame frame = new RawFrame(piece.bytes(), piece.at());
        Origin.Measurement moment = origin.moment(unstored.number(), frame, Set.of());
        return List.of(unstored.store(
                frame,
                values.stream()
                        .map(value -> moment.observation(value.type(), value.value()))
                        .toList()));
    }
}
