package io.maimen.driver.nonin;

import io.maimen.driver.frame.FieldList;
import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.util.List;
import java.util.function.Predicate;

/** The fields of a packet under the document's names; a flag's place is the first frame that has it set. Stateless. */
record PacketFields(PlethFormat format) {
    List<FrameField> of(PlethPacket packet) {
        int length = packet.frames().size() * PlethFormat.LENGTH;
        FieldList fields = new FieldList()
                .number("frames", packet.frames().size(), 0, length)
                .flag("complete", packet.complete(), 0, length);
        flag(fields, "sensor disconnected", packet, PlethFrame::sensorDisconnected);
        flag(fields, "sensor alarm", packet, PlethFrame::sensorAlarm);
        flag(fields, "out of track", packet, PlethFrame::outOfTrack);
        flag(fields, "artifact", packet, PlethFrame::artifact);
        rate(fields, "HR", packet, 1);
        saturation(fields, "SpO2", packet, 3);
        packet.plain(4).ifPresent(revision -> fields.number("SREV", revision, place(4), 1));
        saturation(fields, "SpO2-D", packet, 9);
        saturation(fields, "SpO2 fast", packet, 10);
        saturation(fields, "SpO2 B-B", packet, 11);
        rate(fields, "E-HR", packet, 14);
        saturation(fields, "E-SpO2", packet, 16);
        saturation(fields, "E-SpO2-D", packet, 17);
        rate(fields, "HR-D", packet, 20);
        rate(fields, "E-HR-D", packet, 22);
        int plethAt = format.statusAt() + 1;
        for (int i = 0; i < packet.frames().size(); i++) {
            int width = PlethFormat.INFORMATION - plethAt;
            fields.number("pleth", packet.frames().get(i).pleth(), i * PlethFormat.LENGTH + plethAt, width);
        }
        return fields.fields();
    }

    private void flag(FieldList fields, String name, PlethPacket packet, Predicate<PlethFrame> flag) {
        int first = 0;
        while (first < packet.frames().size() && !flag.test(packet.frames().get(first))) {
            first++;
        }
        boolean set = first < packet.frames().size();
        fields.flag(name, set, (set ? first * PlethFormat.LENGTH : 0) + format.statusAt(), 1);
    }

    /** Two bytes, one in this frame and one in the next. */
    private static void rate(FieldList fields, String name, PlethPacket packet, int number) {
        fields.number(name, packet.rate(number), UcumUnit.PER_MINUTE, place(number), PlethFormat.LENGTH + 1);
    }

    private static void saturation(FieldList fields, String name, PlethPacket packet, int number) {
        fields.number(name, packet.saturation(number), UcumUnit.PERCENT, place(number), 1);
    }

    private static int place(int number) {
        return (number - 1) * PlethFormat.LENGTH + PlethFormat.INFORMATION;
    }
}
