package io.maimen.driver;

import io.maimen.observation.FrameField;
import java.util.List;
import java.util.Optional;

/** A frame taken apart: every field with its place in the bytes, in order. Immutable. */
public record DecodedFrame(String name, List<FrameField> fields) {
    public DecodedFrame {
        fields = List.copyOf(fields);
    }

    /** The first field of that name. */
    public Optional<FrameField> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }
}
