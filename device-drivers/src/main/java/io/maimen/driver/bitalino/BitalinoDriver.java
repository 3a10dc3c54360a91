package io.maimen.driver.bitalino;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceDriver;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverDescription;
import io.maimen.driver.DriverOptions;
import io.maimen.driver.FrameDecoder;
import io.maimen.driver.StreamDecoder;
import io.maimen.driver.frame.FormatDecoder;
import io.maimen.driver.frame.MessageDecoder;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.waveform.Lead;
import io.maimen.driver.waveform.LineWaveform;
import io.maimen.observation.Bytes;
import io.maimen.observation.DriverRef;
import io.maimen.observation.code.MdcCode;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * The driver {@code bitalino}. Options: {@code leads.<channel>: I|II}, at least one; {@code rateHz}, 100 or 1000, 1000 where it
 * is not said; {@code simulated}. Stateless.
 */
public final class BitalinoDriver implements DeviceDriver {
    static final DriverRef REF = new DriverRef("bitalino", "1");

    /** For {@link java.util.ServiceLoader}. */
    public BitalinoDriver() {}

    @Override
    public DriverRef ref() {
        return REF;
    }

    @Override
    public DriverDescription description() {
        return new DriverDescription(
                "BITalino (r)evolution boards, 1 to 6 channels",
                "serial over Bluetooth (SPP)",
                "",
                "BITalino (r)evolution manual",
                "simulator; public byte vectors; no board was connected yet");
    }

    @Override
    public AcknowledgementClass acknowledgementClass() {
        return AcknowledgementClass.NONE;
    }

    @Override
    public List<FrameDecoder> frameDecoders() {
        return List.of(new MessageDecoder<>("bitalino.frame", BitalinoFrame::read, BitalinoFrame::fields));
    }

    @Override
    public List<StreamDecoder> streamDecoders() {
        return IntStream.rangeClosed(1, BitalinoFrame.MOST_CHANNELS)
                .<StreamDecoder>mapToObj(channels -> new FormatDecoder<>(
                        "bitalino.channels-" + channels, new BitalinoFormat(channels), BitalinoFrame::fields))
                .toList();
    }

    @Override
    public DeviceProtocol open(DeviceContext context) {
        SortedMap<Integer, MdcCode> named = Lead.named(context.options(), BitalinoFrame.MOST_CHANNELS);
        List<Lead> leads = named.entrySet().stream()
                .map(lead -> new Lead(lead.getValue(), lead.getKey() - 1, BitalinoFrame.scale(lead.getKey() - 1)))
                .toList();
        int rateHz = rateHz(context.options());
        int channels = named.lastKey();
        return new LineWaveform<>(
                Origin.of(context, REF),
                new BitalinoFormat(channels),
                leads,
                rateHz,
                List.of(setRate(rateHz), acquire(channels)));
    }

    private static int rateHz(DriverOptions options) {
        return switch (options.text("rateHz").orElse("1000")) {
            case "100" -> 100;
            case "1000" -> 1_000;
            default ->
                throw new IllegalArgumentException("ECG-102 options.rateHz must be 100 or 1000 but was "
                        + options.text("rateHz").orElse(""));
        };
    }

    /** Bits 7 and 6: 2 for 100 Hz, 3 for 1000 Hz; bits 1 and 0 set. */
    private static Bytes setRate(int rateHz) {
        return Bytes.of((byte) (rateHz == 1_000 ? 0b1100_0011 : 0b1000_0011));
    }

    /** A bit for each channel from bit 2 on, and bit 0: begin, live. */
    private static Bytes acquire(int channels) {
        return Bytes.of((byte) ((((1 << channels) - 1) << 2) | 1));
    }
}
