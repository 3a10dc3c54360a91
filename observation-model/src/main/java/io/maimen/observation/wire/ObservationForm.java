package io.maimen.observation.wire;

import io.maimen.observation.Component;
import io.maimen.observation.DriverRef;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** The fields of an {@link Observation}, version 1. */
final class ObservationForm {
    static final int VERSION = 1;

    private ObservationForm() {}

    static void write(Observation observation, WireWriter out) throws IOException {
        out.integer("v", VERSION);
        out.hex("id", observation.id().hex());
        out.map("source", observation.source(), ObservationForm::writeSource);
        out.field("type", Notation::writeCode, observation.type());
        out.map("value", observation.value(), ValueForm::write);
        if (!observation.components().isEmpty()) {
            out.list(
                    "components",
                    observation.components(),
                    (part, to) -> to.map(part, ObservationForm::writeComponent));
        }
        out.map("timing", observation.timing(), TimingForm::write);
        if (!observation.statuses().isEmpty()) {
            out.list("statuses", observation.statuses(), (status, to) -> to.text(status.name()));
        }
        out.map("provenance", observation.provenance(), ObservationForm::writeProvenance);
    }

    static Observation read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        return in.checked(() -> new Observation(
                new ObservationId(in.required("id").hex()),
                in.required("source", ObservationForm::readSource),
                in.required("type", Notation::readCode),
                in.required("value", ValueForm::read),
                in.optionalList("components", ObservationForm::readComponent),
                in.required("timing", TimingForm::read),
                readStatuses(in),
                in.required("provenance", ObservationForm::readProvenance)));
    }

    private static void writeSource(MeasurementSource source, WireWriter out) throws IOException {
        out.text("device", source.device().toString());
        if (source.slot().isPresent()) {
            out.integer("slot", source.slot().get().number());
        }
        if (source.specimen().isPresent()) {
            out.text("specimen", source.specimen().get().value());
        }
    }

    private static MeasurementSource readSource(WireField in) throws WireException {
        return new MeasurementSource(
                in.required("device").parsed(DeviceId::parse),
                in.optional("slot", slot -> new UserSlot(slot.integer(0, 255))),
                in.optional("specimen", specimen -> specimen.parsed(SpecimenId::new)));
    }

    private static void writeComponent(Component component, WireWriter out) throws IOException {
        out.field("type", Notation::writeCode, component.type());
        out.map("value", component.value(), ValueForm::write);
    }

    private static Component readComponent(WireField in) throws WireException {
        return new Component(in.required("type", Notation::readCode), in.required("value", ValueForm::read));
    }

    private static Set<MeasurementStatus> readStatuses(WireField in) throws WireException {
        return new HashSet<>(in.optionalList(
                "statuses", status -> status.oneOf(MeasurementStatus.values(), MeasurementStatus::name)));
    }

    private static void writeProvenance(Provenance provenance, WireWriter out) throws IOException {
        out.map("driver", provenance.driver(), (driver, to) -> {
            to.text("name", driver.name());
            to.text("version", driver.version());
        });
        out.list("rawFrames", provenance.rawFrames(), (frame, to) -> to.hex(frame.sha256()));
        out.flag("simulated", provenance.simulated());
    }

    private static Provenance readProvenance(WireField in) throws WireException {
        return new Provenance(
                in.required("driver", ObservationForm::readDriver),
                in.list("rawFrames", frame -> frame.checked(() -> new RawFrameRef(frame.hex()))),
                in.required("simulated").flag());
    }

    private static DriverRef readDriver(WireField in) throws WireException {
        return in.checked(() ->
                new DriverRef(in.required("name").text(), in.required("version").text()));
    }
}
