package io.maimen.driver.contec;

import io.maimen.driver.frame.FieldList;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The fields of a packet of V7.0 under the document's names. Stateless. */
final class PacketFields {
    private static final int DATA = 2;
    private static final List<String> REASONS =
            List.of("done", "shutdown", "user change", "recording", "delete failed", "unsupported");

    private PacketFields() {}

    static List<FrameField> of(Packet packet) {
        FieldList fields = new FieldList().text("type", hex(packet.type()), 0, 1);
        if (packet.data().size() > 0) {
            fields.text("data", packet.data().hex(), 1, packet.data().size() + 1);
            switch (packet.type()) {
                case Packet.LIVE -> live(new LiveSample(packet), fields);
                case Packet.USER, Packet.DEVICE ->
                    fields.text("text", text(packet), 1, packet.data().size() + 1);
                case Packet.COMMAND -> fields.text("command", hex(packet.data(0)), DATA, 1);
                case Packet.COMMAND_FEEDBACK ->
                    fields.text("command", hex(packet.data(0)), DATA, 1).text("reason", reason(packet.data(1)), 1, 1);
                case Packet.PERFUSION_INDEX_SUPPORT -> fields.flag("PI supported", (packet.data(0) & 1) != 0, DATA, 1);
                default -> {
                    // its data are all that is known of it
                }
            }
        }
        return fields.fields();
    }

    private static void live(LiveSample sample, FieldList fields) {
        fields.number("signal strength", sample.signalStrength(), DATA, 1)
                .flag("search too long", sample.searchTooLong(), DATA, 1)
                .flag("low SpO2", sample.lowSaturation(), DATA, 1)
                .flag("beep", sample.beep(), DATA, 1)
                .flag("probe error", sample.probeError(), 1, 1)
                .number("pleth", sample.pleth(), DATA + 1, 1)
                .flag("searching", sample.searching(), 1, 1)
                .number("bar", sample.bar(), DATA + 2, 1)
                .flag("PI invalid", sample.perfusionIndexInvalid(), DATA + 2, 1)
                .number("pulse rate", sample.pulseRate(), UcumUnit.PER_MINUTE, DATA + 3, 1)
                .number("SpO2", sample.saturation(), UcumUnit.PERCENT, DATA + 4, 1);
        sample.perfusionIndex()
                .ifPresent(index ->
                        fields.add(new FrameField("PI", index.toPlainString(), UcumUnit.PERCENT.code(), DATA + 5, 2)));
    }

    private static String reason(int number) {
        return number < REASONS.size() ? REASONS.get(number) : hex(number);
    }

    private static String text(Packet packet) {
        return new String(packet.data().toArray(), StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
    }

    private static String hex(int number) {
        return String.format(Locale.ROOT, "0x%02X", number);
    }
}
