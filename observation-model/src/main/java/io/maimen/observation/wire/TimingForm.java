package io.maimen.observation.wire;

import io.maimen.observation.Timing;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.io.IOException;

/** The fields of a {@link Timing}: the two clocks stay apart on the wire, and the correction is never applied there. */
final class TimingForm {
    private TimingForm() {}

    static void write(Timing timing, WireWriter out) throws IOException {
        if (timing.deviceTime().isPresent()) {
            out.map("device", timing.deviceTime().get(), TimingForm::writeDevice);
        }
        out.field("received", Notation::writeInstant, timing.receiveTime().instant());
        if (timing.correction().isPresent()) {
            out.map("correction", timing.correction().get(), TimingForm::writeCorrection);
        }
    }

    static Timing read(WireField in) throws WireException {
        return in.checked(() -> new Timing(
                in.optional("device", TimingForm::readDevice),
                in.required("received", TimingForm::readReceived),
                in.optional("correction", TimingForm::readCorrection)));
    }

    static ReceiveTime readReceived(WireField in) throws WireException {
        return in.checked(() -> new ReceiveTime(in.spelled(Notation::readInstant)));
    }

    private static void writeDevice(DeviceTime time, WireWriter out) throws IOException {
        out.field("reported", Notation::writeWallTime, time.reported());
        out.field("offset", Notation::writeOffset, time.offset());
        out.text("offsetBasis", time.offsetBasis().name());
    }

    private static DeviceTime readDevice(WireField in) throws WireException {
        return in.checked(() -> new DeviceTime(
                in.required("reported", Notation::readWallTime),
                in.required("offset", Notation::readOffset),
                in.required("offsetBasis").oneOf(DeviceTime.OffsetBasis.values(), DeviceTime.OffsetBasis::name)));
    }

    private static void writeCorrection(ClockCorrection correction, WireWriter out) throws IOException {
        out.field("offset", Notation::writeDuration, correction.offset());
        out.text("reason", correction.reason().name());
    }

    private static ClockCorrection readCorrection(WireField in) throws WireException {
        return in.checked(() -> new ClockCorrection(
                in.required("offset", Notation::readDuration),
                in.required("reason").oneOf(ClockCorrection.Reason.values(), ClockCorrection.Reason::name)));
    }
}
