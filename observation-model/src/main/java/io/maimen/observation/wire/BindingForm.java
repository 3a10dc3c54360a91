package io.maimen.observation.wire;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.Binding;
import io.maimen.observation.patient.BindingId;
import io.maimen.observation.patient.PatientId;
import java.io.IOException;

/** The fields of a {@link Binding}, version 1. */
final class BindingForm {
    static final String KIND = "binding";
    private static final int VERSION = 1;

    private BindingForm() {}

    static void write(Binding binding, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.text("kind", KIND);
        out.hex("id", binding.id().hex());
        out.text("device", binding.device().toString());
        if (binding.slot().isPresent()) {
            out.integer("slot", binding.slot().get().number());
        }
        if (binding.specimen().isPresent()) {
            out.text("specimen", binding.specimen().get().value());
        }
        out.field("from", Notation::writeInstant, binding.from());
        if (binding.to().isPresent()) {
            out.field("to", Notation::writeInstant, binding.to().get());
        }
        out.text("patient", binding.patient().value());
        out.text("basis", binding.basis().name());
        out.text("by", binding.by());
    }

    static Binding read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        in.required("kind").oneOf(new String[] {KIND}, word -> word);
        return in.checked(() -> new Binding(
                new BindingId(in.required("id").hex()),
                in.required("device").parsed(DeviceId::parse),
                in.optional("slot", slot -> new UserSlot(slot.integer(0, 255))),
                in.optional("specimen", specimen -> specimen.parsed(SpecimenId::new)),
                in.required("from", Notation::readInstant),
                in.optional("to", to -> to.spelled(Notation::readInstant)),
                in.required("patient").parsed(PatientId::new),
                in.required("basis").oneOf(Binding.Basis.values(), Binding.Basis::name),
                in.required("by").text()));
    }
}
