package io.maimen.observation.wire;

import io.maimen.observation.ObservationId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.fact.AssignmentFact;
import io.maimen.observation.fact.BindingFact;
import io.maimen.observation.fact.MergeFact;
import io.maimen.observation.patient.PatientId;
import java.io.IOException;
import java.time.Instant;

/** The fields of the facts that say whose readings are, after {@code kind} and {@code admitted}. */
final class PatientFactForm {
    private PatientFactForm() {}

    static void write(BindingFact fact, WireWriter out) throws IOException {
        if (fact.gateway().isPresent()) {
            out.text("gateway", fact.gateway().get().value());
        }
        out.map("binding", fact.binding(), BindingForm::write);
    }

    static BindingFact readBinding(WireField in, Instant admittedAt) throws WireException {
        return new BindingFact(
                in.required("binding", BindingForm::read),
                in.optional("gateway", gateway -> gateway.parsed(GatewayId::new)),
                admittedAt);
    }

    static void write(AssignmentFact fact, WireWriter out) throws IOException {
        out.hex("observation", fact.observation().hex());
        if (fact.patient().isPresent()) {
            out.text("patient", fact.patient().get().value());
        }
        out.text("by", fact.by());
        out.text("reason", fact.reason());
    }

    static AssignmentFact readAssignment(WireField in, Instant admittedAt) throws WireException {
        return new AssignmentFact(
                new ObservationId(in.required("observation").hex()),
                in.optional("patient", patient -> patient.parsed(PatientId::new)),
                in.required("by").text(),
                in.required("reason").text(),
                admittedAt);
    }

    static void write(MergeFact fact, WireWriter out) throws IOException {
        out.text("duplicate", fact.duplicate().value());
        out.text("kept", fact.kept().value());
        out.text("by", fact.by());
        out.text("reason", fact.reason());
    }

    static MergeFact readMerge(WireField in, Instant admittedAt) throws WireException {
        return new MergeFact(
                in.required("duplicate").parsed(PatientId::new),
                in.required("kept").parsed(PatientId::new),
                in.required("by").text(),
                in.required("reason").text(),
                admittedAt);
    }
}
