package io.maimen.driver.frame;

import io.maimen.observation.FrameField;
import io.maimen.observation.code.UcumUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Writes down a frame's fields one after the other; a field without a value is left out. Confined to one thread. */
public final class FieldList {
    private static final int USUAL_FIELDS = 24;

    private final List<FrameField> fields = new ArrayList<>(USUAL_FIELDS);

    /** Words, digits or times, as a person reads them. */
    public FieldList text(String name, String value, int offset, int length) {
        fields.add(new FrameField(name, value, "", offset, length));
        return this;
    }

    /** A count or a number without a unit. */
    public FieldList number(String name, int value, int offset, int length) {
        return text(name, Integer.toString(value), offset, length);
    }

    /** A whole number with its unit, where there is one. */
    public FieldList number(String name, OptionalInt value, UcumUnit unit, int offset, int length) {
        value.ifPresent(
                number -> fields.add(new FrameField(name, Integer.toString(number), unit.code(), offset, length)));
        return this;
    }

    /** A bit that says yes or no. */
    public FieldList flag(String name, boolean value, int offset, int length) {
        return text(name, Boolean.toString(value), offset, length);
    }

    /** A field of any kind. */
    public FieldList add(FrameField field) {
        fields.add(field);
        return this;
    }

    /** All fields so far. */
    public List<FrameField> fields() {
        return List.copyOf(fields);
    }
}
