package io.maimen.observation.wire;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.BitsValue;
import io.maimen.observation.CodedValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.QuantityComparator;
import io.maimen.observation.SampledValue;
import io.maimen.observation.TextValue;
import io.maimen.observation.code.UcumUnit;
import java.io.IOException;

/** The fields of each kind of {@link ObservationValue}; the field {@code kind} says which. */
enum ValueForm {
    NUMERIC("numeric", NumericValue.class) {
        @Override
        void writeFields(ObservationValue value, WireWriter out) throws IOException {
            NumericValue numeric = (NumericValue) value;
            out.field("number", Notation::writeDecimal, numeric.quantity().value());
            out.text("unit", numeric.quantity().unit().code());
            out.text("comparator", numeric.comparator().symbol());
        }

        @Override
        ObservationValue readFields(WireField in) throws WireException {
            return new NumericValue(
                    new Quantity(in.required("number", Notation::readDecimal), readUnit(in)),
                    in.required("comparator").oneOf(QuantityComparator.values(), QuantityComparator::symbol));
        }
    },
    CODED("coded", CodedValue.class) {
        @Override
        void writeFields(ObservationValue value, WireWriter out) throws IOException {
            out.field("code", Notation::writeCode, ((CodedValue) value).code());
        }

        @Override
        ObservationValue readFields(WireField in) throws WireException {
            return new CodedValue(in.required("code", Notation::readCode));
        }
    },
    BITS("bits", BitsValue.class) {
        @Override
        void writeFields(ObservationValue value, WireWriter out) throws IOException {
            BitsValue bits = (BitsValue) value;
            out.integer("bits", bits.bits());
            out.integer("mask", bits.mask());
        }

        @Override
        ObservationValue readFields(WireField in) throws WireException {
            return new BitsValue(
                    in.required("bits").integer(), in.required("mask").integer());
        }
    },
    TEXT("text", TextValue.class) {
        @Override
        void writeFields(ObservationValue value, WireWriter out) throws IOException {
            out.text("text", ((TextValue) value).text());
        }

        @Override
        ObservationValue readFields(WireField in) throws WireException {
            return new TextValue(in.required("text").text());
        }
    },
    SAMPLED("sampled", SampledValue.class) {
        @Override
        void writeFields(ObservationValue value, WireWriter out) throws IOException {
            SampledForm.write((SampledValue) value, out);
        }

        @Override
        ObservationValue readFields(WireField in) throws WireException {
            return SampledForm.read(in);
        }
    },
    ABSENT("absent", AbsentValue.class) {
        @Override
        void writeFields(ObservationValue value, WireWriter out) throws IOException {
            out.text("reason", ((AbsentValue) value).reason().code());
        }

        @Override
        ObservationValue readFields(WireField in) throws WireException {
            return new AbsentValue(in.required("reason").oneOf(DataAbsentReason.values(), DataAbsentReason::code));
        }
    };

    private final String kind;
    private final Class<? extends ObservationValue> type;

    ValueForm(String kind, Class<? extends ObservationValue> type) {
        this.kind = kind;
        this.type = type;
    }

    abstract void writeFields(ObservationValue value, WireWriter out) throws IOException;

    abstract ObservationValue readFields(WireField in) throws WireException;

    static void write(ObservationValue value, WireWriter out) throws IOException {
        for (ValueForm form : values()) {
            if (form.type.isInstance(value)) {
                out.text("kind", form.kind);
                form.writeFields(value, out);
                return;
            }
        }
        throw new IllegalStateException("every kind of value must have a form but " + value.getClass() + " has none");
    }

    static ObservationValue read(WireField in) throws WireException {
        ValueForm form = in.required("kind").oneOf(values(), value -> value.kind);
        return in.checked(() -> form.readFields(in));
    }

    static UcumUnit readUnit(WireField in) throws WireException {
        return in.required("unit").parsed(UcumUnit::new);
    }
}
