package io.maimen.driver.openmhealth;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.StoreId;
import io.maimen.driver.result.ReportedResult;
import io.maimen.driver.result.ReportedTime;
import io.maimen.driver.result.ResultOptions;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Component;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Quantity;
import io.maimen.observation.RawFrame;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One publisher: every message is a blood pressure, accepted when stored, called malformed when it is none and that was
 * written down, and said not to be stored when it could not be. Confined to its session's thread.
 */
final class OpenMhealthProtocol implements DeviceProtocol {
    private final DeviceContext context;
    private final boolean simulated;
    private final Map<StoreId, DeliveryId> unanswered = new HashMap<>();
    private long storesAsked;

    OpenMhealthProtocol(DeviceContext context) {
        this.context = context;
        simulated = ResultOptions.of(context.options(), Map.of(), Set.of()).simulated();
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Received received) {
            return received(received);
        }
        if (event instanceof Stored stored) {
            return answer(stored.storeId(), Acknowledgement.ACCEPTED);
        }
        if (event instanceof NotStored notStored) {
            return answer(notStored.storeId(), Acknowledgement.NOT_STORED);
        }
        if (event instanceof Disconnected) {
            unanswered.clear();
        }
        return List.of();
    }

    private List<DriverAction> answer(StoreId storeId, Acknowledgement acknowledgement) {
        return unanswered.containsKey(storeId)
                ? List.of(new Acknowledge(unanswered.remove(storeId), acknowledgement))
                : List.of();
    }

    private List<DriverAction> received(Received received) {
        Decoded<JsonLeaves> json = JsonLeaves.read(received.bytes().toArray());
        if (json instanceof Decoded.Refused<JsonLeaves> refused) {
            return refused(refused.error(), received);
        }
        JsonLeaves leaves = ((Decoded.Frame<JsonLeaves>) json).frame();
        if (leaves.text("descriptive_statistic").isPresent()) {
            return refused(
                    new DecodeError(
                            "OMH-005", 0, "descriptive_statistic must not be sent: an average is no measurement"),
                    received);
        }
        Decoded<BloodPressureBody> read = BloodPressureBody.read(leaves);
        if (read instanceof Decoded.Refused<BloodPressureBody> refused) {
            return refused(refused.error(), received);
        }
        BloodPressureBody body = ((Decoded.Frame<BloodPressureBody>) read).frame();
        RawFrame frame = new RawFrame(received.bytes(), received.at(), leaves.leaves());
        StoreId storeId = new StoreId(storesAsked++);
        unanswered.put(storeId, received.delivery());
        return List.of(new Store(
                storeId,
                List.of(frame),
                List.of(result(body).observation(context, OpenMhealthDriver.REF, frame, simulated))));
    }

    private ReportedResult result(BloodPressureBody body) {
        return new ReportedResult(
                Nomenclature.BLOOD_PRESSURE,
                new AbsentValue(DataAbsentReason.NOT_APPLICABLE),
                List.of(
                        pressure(Nomenclature.BLOOD_PRESSURE_SYSTOLIC, body.systolicMmHg()),
                        pressure(Nomenclature.BLOOD_PRESSURE_DIASTOLIC, body.diastolicMmHg())),
                Optional.empty(),
                body.effective().flatMap(time -> ReportedTime.iso(time.toString(), context.place())),
                Set.of(),
                List.of(
                        body.systolicMmHg().toPlainString(),
                        body.diastolicMmHg().toPlainString(),
                        body.position().orElse("")));
    }

    private static Component pressure(MdcCode code, BigDecimal mmHg) {
        return new Component(code, NumericValue.exact(new Quantity(mmHg, UcumUnit.MILLIMETRE_OF_MERCURY)));
    }

    private static List<DriverAction> refused(DecodeError error, Received received) {
        return List.of(
                new Reject(error, new RawFrame(received.bytes(), received.at())),
                new Acknowledge(received.delivery(), Acknowledgement.MALFORMED));
    }
}
