package io.maimen.driver.nonin;

import static io.maimen.driver.FakeSession.hex;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.FakeSession;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.NumericValue;
import io.maimen.observation.code.Nomenclature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An oximeter with Nonin's own Bluetooth LE service, by bytes made from its description. */
class NoninBluetoothTest {
    private static final String FIRST_FIVE = "0A 00 00 00 00"; // length and status bytes, not read

    private final FakeSession session = new FakeSession(new NoninBluetoothDriver(), Map.of()).connect();

    @Test
    void itIsListenedTo() {
        assertEquals(List.of(new Subscribe(NoninBluetoothProtocol.SAMPLES, SubscribeMode.NOTIFY)), session.actions);
    }

    @Test
    void everyNotificationIsAReading() {
        notified("0001" + "61" + "0048"); // counter 1, 97 %, 72 per minute
        notified("0002" + "62" + "0101"); // 98 %, 257 per minute: two bytes, the higher first
        assertEquals(4, session.observations.size());
        assertEquals(Nomenclature.OXYGEN_SATURATION, session.observations.get(0).type());
        assertEquals("97 %", number(0));
        assertEquals("72 /min", number(1));
        assertEquals("257 /min", number(3));
    }

    @Test
    void missingValuesAreReasons() {
        notified("0001" + "7F" + "01FF"); // 127 and 511
        assertEquals(
                new AbsentValue(DataAbsentReason.TEMPORARILY_UNKNOWN),
                session.observations.get(0).value());
        assertEquals(
                new AbsentValue(DataAbsentReason.TEMPORARILY_UNKNOWN),
                session.observations.get(1).value());
    }

    @Test
    void aSampleThatIsCutOffIsPutAside() {
        notified("0001" + "61" + "00");
        assertEquals("OXI-002", session.rejects.get(0).error().code());
    }

    private void notified(String rest) {
        session.send(NoninBluetoothProtocol.SAMPLES, hex(FIRST_FIVE + rest));
    }

    private String number(int observation) {
        return ((NumericValue) session.observations.get(observation).value())
                .quantity()
                .toString();
    }
}
