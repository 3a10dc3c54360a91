package io.maimen.gateway.desired;

import io.maimen.alerting.LaneRule;
import io.maimen.alerting.pack.LimitText;
import io.maimen.alerting.pack.RulePack;
import io.maimen.alerting.pack.RulePackException;
import io.maimen.alerting.pack.RulePackReader;
import io.maimen.alerting.pack.RulePacks;
import io.maimen.alerting.rule.Decision;
import io.maimen.alerting.rule.OwnLimit;
import io.maimen.observation.Bytes;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.patient.PatientId;
import io.maimen.observation.wire.DesiredContent;
import io.maimen.observation.wire.DesiredContent.Revocation;
import io.maimen.observation.wire.DesiredState;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A desired state, every part of it read. Immutable.
 *
 * @param bytes as the server signed them
 */
record WorkingState(int version, Bytes bytes, DesiredContent content, PatientLanes lanes) {
    private static final int MAX_REASON = 300;

    /** What a gateway works by that heard nothing yet: the packs it came with. */
    static WorkingState shipped() {
        return new WorkingState(
                0,
                Bytes.of(new byte[0]),
                DesiredContent.NONE,
                PatientLanes.of(new LaneRule(RulePacks.shipped()), List.of(), Map.of()));
    }

    /** Reads every part, or refuses the whole. */
    static WorkingState of(DesiredState state, Bytes bytes) throws RefusedState {
        DesiredContent content = state.content();
        List<RulePack> packs = new ArrayList<>();
        for (DesiredContent.Pack pack : content.packs()) {
            packs.add(read(pack));
        }
        Map<PatientId, List<OwnLimit>> own = new HashMap<>();
        for (DesiredContent.PersonalLimit limit : content.thresholds()) {
            own.computeIfAbsent(limit.patient(), any -> new ArrayList<>()).add(read(limit));
        }
        LaneRule general = new LaneRule(packs.isEmpty() ? RulePacks.shipped() : packs);
        return new WorkingState(state.version(), bytes, content, PatientLanes.of(general, content.slotMaps(), own));
    }

    private static RulePack read(DesiredContent.Pack pack) throws RefusedState {
        String name = pack.id() + " " + pack.version();
        byte[] yaml = pack.yaml().getBytes(StandardCharsets.UTF_8);
        RulePack read;
        try {
            read = RulePackReader.read(new ByteArrayInputStream(yaml), name);
        } catch (RulePackException e) {
            throw new RefusedState("GW-084 pack " + name + " must be readable but was not: " + shortened(e), e);
        }
        if (!read.id().equals(pack.id()) || read.version() != pack.version()) {
            throw new RefusedState(
                    "GW-084 pack " + name + " must be what it is called but was " + read.id() + " " + read.version());
        }
        return read;
    }

    /** Here it holds from ever: what it does not speak of, the server judges. */
    private static OwnLimit read(DesiredContent.PersonalLimit limit) throws RefusedState {
        try {
            return new OwnLimit(
                    limit.rule(),
                    LimitText.parseAll(limit.limit()),
                    new Decision(limit.by(), limit.reason(), Instant.MIN, limit.until()));
        } catch (IllegalArgumentException e) {
            throw new RefusedState(
                    "GW-084 limit of " + limit.patient() + " must " + LimitText.LIMIT_FORM + " but was not", e);
        }
    }

    private static String shortened(Exception e) {
        String reason = e.getMessage().lines().collect(Collectors.joining("; "));
        return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "…";
    }

    /** Whether a device may be served, by a driver of this name. */
    boolean serves(DeviceId device, String driver) {
        return content.revocations().stream().noneMatch(gone -> gone.id()
                .equals(gone.kind() == Revocation.Kind.DEVICE ? device.toString() : driver));
    }
}
