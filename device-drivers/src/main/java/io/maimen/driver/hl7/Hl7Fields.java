package io.maimen.driver.hl7;

import io.maimen.driver.hl7.Hl7Text.Field;
import io.maimen.driver.hl7.Hl7Text.Segment;
import io.maimen.observation.FrameField;
import java.util.ArrayList;
import java.util.List;

/**
 * Names a message's fields as the standard does, each as sent with its bytes: {@code segment} for each segment's name, {@code
 * MSH-10}, and the fields of the OBX segments as {@code OBX[0].OBX-5}. Stateless.
 */
final class Hl7Fields {
    private Hl7Fields() {}

    /** @param before bytes that stand before the message in its frame */
    static List<FrameField> of(Hl7Text text, int before) {
        List<FrameField> fields = new ArrayList<>();
        int results = 0;
        for (Segment segment : text.segments()) {
            String name = segment.name();
            String group = name.equals("OBX") ? "OBX[" + results++ + "]." : "";
            for (Field field : text.fields(segment)) {
                int offset = before + field.offset();
                if (fields.isEmpty() || field.number() == (name.equals("MSH") ? 1 : 0)) {
                    fields.add(new FrameField("segment", name, "", offset, name.length()));
                } else {
                    fields.add(new FrameField(
                            group + name + "-" + field.number(), field.text(), "", offset, field.length()));
                }
            }
        }
        return fields;
    }
}
