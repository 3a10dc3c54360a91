package io.maimen.driver.openmhealth;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.message.MessageFields;
import io.maimen.driver.message.MessageReader;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every message is a blood pressure. Stateless. */
final class OpenMhealthReader implements MessageReader {
    private final DeviceContext context;
    private final boolean simulated;

    OpenMhealthReader(DeviceContext context) {
        this.context = context;
        simulated = ResultOptions.of(context.options(), Map.of(), Set.of()).simulated();
    }

    @Override
    public Decoded<Reading> read(Received message, long number) {
        Decoded<MessageFields> json = MessageFields.json(message.bytes().toArray(), "OMH-001");
        if (json instanceof Decoded.Refused<MessageFields> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        MessageFields fields = ((Decoded.Frame<MessageFields>) json).frame();
        if (BloodPressureBody.text(fields, "descriptive_statistic").isPresent()) {
            return new Decoded.Refused<>(new DecodeError(
                    "OMH-005", 0, "descriptive_statistic must not be sent: an average is no measurement"));
        }
        Decoded<BloodPressureBody> read = BloodPressureBody.read(fields);
        if (read instanceof Decoded.Refused<BloodPressureBody> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        BloodPressureBody body = ((Decoded.Frame<BloodPressureBody>) read).frame();
        RawFrame frame = new RawFrame(message.bytes(), message.at(), fields.frameFields());
        return new Decoded.Frame<>(new Reading(
                frame, List.of(result(body).observation(context, OpenMhealthDriver.REF, frame, simulated))));
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
}
