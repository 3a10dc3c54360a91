package io.maimen.driver.openmhealth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DriverAction.Acknowledge;
import io.maimen.driver.DriverAction.Acknowledgement;
import io.maimen.driver.FakeSession;
import io.maimen.observation.code.Nomenclature;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMhealthProtocolTest {
    private static final String BODY = "{\"systolic_blood_pressure\":{\"value\":131,\"unit\":\"mmHg\"},"
            + "\"diastolic_blood_pressure\":{\"value\":84.5,\"unit\":\"mmHg\"},"
            + "\"effective_time_frame\":{\"date_time\":\"2026-11-02T12:25:00+08:00\"},\"position_during_measurement\":\"sitting\"}";

    @Test
    void aBodyIsOneBloodPressureAcceptedWhenStored() {
        FakeSession session = sent(BODY);
        assertEquals(Nomenclature.BLOOD_PRESSURE, session.observations.get(0).type());
        assertEquals(2, session.observations.get(0).components().size());
        assertEquals(
                Instant.parse("2026-11-02T04:25:00Z"),
                session.observations.get(0).timing().measuredAt());
        assertEquals(new Acknowledge(DeliveryId.NONE, Acknowledgement.ACCEPTED), session.last());
    }

    @Test
    void aDataPointHoldsItInItsBodyAndIsTheSameReading() {
        assertEquals(
                sent(BODY).observations.get(0).id(),
                sent("{\"header\":{\"id\":\"1\"},\"body\":" + BODY + "}")
                        .observations
                        .get(0)
                        .id());
    }

    @Test
    void whatCouldNotBeStoredIsSaidNotToBe() {
        FakeSession session = new FakeSession(new OpenMhealthDriver(), Map.of());
        session.stores = false;
        session.send(new Channel("bp"), BODY.getBytes(StandardCharsets.UTF_8));
        assertEquals(new Acknowledge(DeliveryId.NONE, Acknowledgement.NOT_STORED), session.last());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"systolic_blood', OMH-001",
        "'[]', OMH-001",
        "'{\"systolic_blood_pressure\":{\"value\":17.4,\"unit\":\"kPa\"}}', OMH-002",
        "'{\"systolic_blood_pressure\":{\"value\":-1,\"unit\":\"mmHg\"}}', OMH-003"
    })
    void whatIsNoBloodPressureIsCalledMalformedAfterItWasWrittenDown(String body, String code) {
        FakeSession session = sent(body);
        assertEquals(code, session.rejects.get(0).error().code());
        assertEquals(new Acknowledge(DeliveryId.NONE, Acknowledgement.MALFORMED), session.last());
    }

    @Test
    void anAverageIsNoMeasurement() {
        FakeSession session = sent(BODY.replace("\"sitting\"}", "\"sitting\",\"descriptive_statistic\":\"average\"}"));
        assertEquals("OMH-005", session.rejects.get(0).error().code());
    }

    @Property(tries = 200)
    void noBytesThrow(@ForAll @Size(max = 60) byte[] bytes) {
        assertEquals(
                1,
                new FakeSession(new OpenMhealthDriver(), Map.of())
                        .send(bytes)
                        .rejects
                        .size());
    }

    private static FakeSession sent(String body) {
        return new FakeSession(new OpenMhealthDriver(), Map.of())
                .send(new Channel("bp"), body.getBytes(StandardCharsets.UTF_8));
    }
}
