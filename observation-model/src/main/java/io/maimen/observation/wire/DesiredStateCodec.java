package io.maimen.observation.wire;

import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.wire.DesiredContent.Pack;
import io.maimen.observation.wire.DesiredContent.PersonalLimit;
import io.maimen.observation.wire.DesiredContent.Revocation;
import io.maimen.observation.wire.DesiredContent.SlotMap;
import java.io.IOException;

/** Desired states in CBOR. Stateless; may be shared. */
public final class DesiredStateCodec {
    private static final int VERSION = 1;

    /** One CBOR map, rule {@code desired-state} of docs/wire.md. The same content is always the same bytes. */
    public byte[] toCbor(DesiredState state) {
        return WireFormat.CBOR.toBytes(state, DesiredStateCodec::write);
    }

    /** Reads the bytes that were signed. */
    public DesiredState fromCbor(byte[] bytes) throws WireException {
        return WireFormat.CBOR.fromBytes(bytes, "", DesiredStateCodec::read);
    }

    private static void write(DesiredState state, WireWriter out) throws IOException {
        DesiredContent content = state.content();
        out.integer("v", VERSION);
        out.text("gateway", state.gateway().value());
        out.integer("version", state.version());
        out.field("issuedAt", Notation::writeInstant, state.issuedAt());
        out.list("slotMaps", content.slotMaps(), (slot, to) -> to.map(slot, DesiredStateCodec::writeSlot));
        out.list("packs", content.packs(), (pack, to) -> to.map(pack, DesiredStateCodec::writePack));
        out.list("thresholds", content.thresholds(), (limit, to) -> to.map(limit, DesiredStateCodec::writeLimit));
        out.list("revocations", content.revocations(), (gone, to) -> to.map(gone, DesiredStateCodec::writeRevocation));
    }

    private static DesiredState read(WireField in) throws WireException {
        in.requireVersion(VERSION);
        return in.checked(() -> new DesiredState(
                in.required("gateway").parsed(GatewayId::new),
                in.required("version").integer(1, Integer.MAX_VALUE),
                in.required("issuedAt", Notation::readInstant),
                new DesiredContent(
                        in.list("slotMaps", DesiredStateCodec::readSlot),
                        in.list("packs", DesiredStateCodec::readPack),
                        in.list("thresholds", DesiredStateCodec::readLimit),
                        in.list("revocations", DesiredStateCodec::readRevocation))));
    }

    private static void writeSlot(SlotMap map, WireWriter out) throws IOException {
        out.text("device", map.device().toString());
        out.integer("slot", map.slot().number());
        out.text("patient", map.patient().value());
    }

    private static SlotMap readSlot(WireField in) throws WireException {
        return new SlotMap(
                in.required("device").parsed(DeviceId::parse),
                new UserSlot(in.required("slot").integer(0, 255)),
                in.required("patient").parsed(PatientId::new));
    }

    private static void writePack(Pack pack, WireWriter out) throws IOException {
        out.text("id", pack.id());
        out.integer("version", pack.version());
        out.text("yaml", pack.yaml());
    }

    private static Pack readPack(WireField in) throws WireException {
        return in.checked(() -> new Pack(
                in.required("id").text(),
                in.required("version").integer(1, Integer.MAX_VALUE),
                in.required("yaml").text()));
    }

    private static void writeLimit(PersonalLimit limit, WireWriter out) throws IOException {
        out.text("patient", limit.patient().value());
        out.text("rule", limit.rule());
        out.text("limit", limit.limit());
        out.field("until", Notation::writeInstant, limit.until());
        out.text("by", limit.by());
        out.text("reason", limit.reason());
    }

    private static PersonalLimit readLimit(WireField in) throws WireException {
        return in.checked(() -> new PersonalLimit(
                in.required("patient").parsed(PatientId::new),
                in.required("rule").text(),
                in.required("limit").text(),
                in.required("until", Notation::readInstant),
                in.required("by").text(),
                in.required("reason").text()));
    }

    private static void writeRevocation(Revocation revocation, WireWriter out) throws IOException {
        out.text("kind", revocation.kind().text());
        out.text("id", revocation.id());
    }

    private static Revocation readRevocation(WireField in) throws WireException {
        return in.checked(() -> new Revocation(
                in.required("kind").oneOf(Revocation.Kind.values(), Revocation.Kind::text),
                in.required("id").text()));
    }
}
