package io.maimen.driver.gatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.StoreId;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.device.UserSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Devices that send what they measure by themselves. */
class HealthServicesTest {
    private final HealthDevice strap = new HealthDevice(new HeartRateDriver(), "connection-1");
    private final HealthDevice thermometer = new HealthDevice(new ThermometerDriver(), "connection-1");
    private final HealthDevice oximeter = new HealthDevice(new PulseOximeterDriver(), "connection-1");
    private final HealthDevice scale = new HealthDevice(new WeightScaleDriver(), "connection-1");

    @Test
    void everythingADeviceMayOfferIsListenedTo() {
        assertEquals(
                List.of(
                        new Subscribe(Characteristic.WEIGHT_MEASUREMENT, SubscribeMode.INDICATE),
                        new Subscribe(Characteristic.BODY_COMPOSITION_MEASUREMENT, SubscribeMode.INDICATE)),
                scale.connects());
        assertEquals(List.of(), scale.on(new WriteFailed(Characteristic.BODY_COMPOSITION_MEASUREMENT, "not offered")));
        assertInstanceOf(
                Close.class,
                scale.on(new WriteFailed(Characteristic.WEIGHT_MEASUREMENT, "not offered"))
                        .get(0));
    }

    @Test
    void storedSpotChecksAreAskedForWhereAnOximeterKeepsSome() {
        assertEquals(
                List.of(
                        new Subscribe(Characteristic.OXIMETER_SPOT_CHECK, SubscribeMode.INDICATE),
                        new Subscribe(Characteristic.OXIMETER_CONTINUOUS, SubscribeMode.NOTIFY),
                        new Subscribe(Characteristic.RECORD_ACCESS_CONTROL_POINT, SubscribeMode.INDICATE),
                        new Write(Characteristic.RECORD_ACCESS_CONTROL_POINT, RecordAccess.countAll()),
                        new Wake(Duration.ofSeconds(30))),
                oximeter.connects());
        assertEquals(
                new Write(Characteristic.RECORD_ACCESS_CONTROL_POINT, RecordAccess.reportAll()),
                oximeter.sends(Characteristic.RECORD_ACCESS_CONTROL_POINT, "0500 0200")
                        .get(0));
    }

    @Test
    void anOximeterWithoutAControlPointIsListenedToAllTheSame() {
        oximeter.connects();
        assertEquals(
                List.of(), oximeter.on(new WriteFailed(Characteristic.RECORD_ACCESS_CONTROL_POINT, "not offered")));
        assertEquals(List.of(), oximeter.on(new Elapsed(HealthDevice.NOW.plusSeconds(60))));
        assertEquals(
                2,
                oximeter.measures(Characteristic.OXIMETER_CONTINUOUS, "00 6100 4800")
                        .size());
    }

    @Test
    void aCompositionInTwoPacketsIsOneMeasurement() {
        Channel channel = Characteristic.BODY_COMPOSITION_MEASUREMENT;
        assertEquals(
                List.of(new Wake(Duration.ofSeconds(2))),
                scale.sends(
                        channel,
                        "0610" // time stamp, user, more follows
                                + "E600" // 23.0 %
                                + "E807 01 1E 060000 02")); // 2024-01-30 06:00:00, user 2
        Store store = assertInstanceOf(
                Store.class, scale.sends(channel, "0014 E600 B036").get(0)); // weight 70.000 kg
        assertEquals(2, store.rawFrames().size());
        assertIs(store.observations().get(0), Nomenclature.BODY_FAT, "23.0", "%");
        Observation weight = store.observations().get(1);
        assertIs(weight, Nomenclature.BODY_WEIGHT, "70.000", "kg");
        assertEquals(Optional.of(new UserSlot(2)), weight.source().slot());
    }

    @Test
    void ofACompositionWhoseRestNeverComesTheFirstPacketIsKept() {
        Channel channel = Characteristic.BODY_COMPOSITION_MEASUREMENT;
        scale.sends(channel, "0610 E600 E807 01 1E 060000 02");
        Store alone = assertInstanceOf(
                Store.class,
                scale.sends(channel, "0600 E600 E807 01 1E 070000 02").get(0));
        assertEquals(1, alone.rawFrames().size(), "an hour later is another measurement");
        scale.sends(channel, "0010 E600");
        assertInstanceOf(Store.class, scale.on(new Elapsed(HealthDevice.NOW)).get(0));
    }

    @Test
    void aHeartRateIsOfTheMomentItArrives() {
        Observation rate = one(strap.measures(
                Characteristic.HEART_RATE_MEASUREMENT,
                "16" // contact supported and there, RR intervals, rate in one byte
                        + "48" // 72 per minute
                        + "5503 6003")); // RR 853/1024 s, 864/1024 s
        assertIs(rate, Nomenclature.HEART_RATE, "72", "/min");
        assertEquals(HealthDevice.NOW, rate.timing().measuredAt());
        assertEquals(Set.of(), rate.statuses(), "nothing is sent twice, so nothing may be the same");
    }

    @Test
    void aStrapThatNobodyWearsMeasuresNothing() {
        for (String off : List.of("0448", "0600")) { // no contact; contact, and yet 0 per minute
            assertEquals(
                    new AbsentValue(DataAbsentReason.TEMPORARILY_UNKNOWN),
                    one(strap.measures(Characteristic.HEART_RATE_MEASUREMENT, off))
                            .value());
        }
    }

    @Test
    void aTemperatureKeepsItsDigits() {
        Observation fever = one(thermometer.measures(
                Characteristic.TEMPERATURE_MEASUREMENT,
                "06" // Celsius, time stamp, type
                        + "790F00FE" // 3961 * 10^-2
                        + "E807 01 1D 163A00" // 2024-01-29 22:58:00
                        + "03")); // in the ear
        assertIs(fever, Nomenclature.BODY_TEMPERATURE, "39.61", "Cel");
        assertEquals(Instant.parse("2024-01-29T14:58:00Z"), fever.timing().measuredAt());
        assertIs(
                one(thermometer.measures(Characteristic.TEMPERATURE_MEASUREMENT, "01 EA0300FF")),
                Nomenclature.BODY_TEMPERATURE,
                "100.2",
                "[degF]");
    }

    @Test
    void aTemperatureThatCouldNotBeTakenIsAReason() {
        assertEquals(
                new AbsentValue(DataAbsentReason.NOT_A_NUMBER),
                one(thermometer.measures(Characteristic.TEMPERATURE_MEASUREMENT, "00 FFFF7F00"))
                        .value());
    }

    @Test
    void aSpotCheckIsSaturationAndPulse() {
        List<Observation> check = oximeter.measures(
                Characteristic.OXIMETER_SPOT_CHECK,
                "03" // time stamp, measurement status
                        + "6100 4800" // 97 %, 72 per minute
                        + "E807 01 1E 0C2800" // 2024-01-30 12:40:00
                        + "0040"); // questionable
        assertIs(check.get(0), Nomenclature.OXYGEN_SATURATION, "97", "%");
        assertIs(check.get(1), Nomenclature.PULSE_RATE_OXIMETER, "72", "/min");
        assertEquals(Set.of(MeasurementStatus.QUESTIONABLE), check.get(0).statuses());
        assertEquals(
                Instant.parse("2024-01-30T04:40:00Z"), check.get(0).timing().measuredAt());
    }

    @Test
    void testsAndDemonstrationsAndInvalidValuesAreNobodysMeasurement() {
        for (String status : List.of("0004", "0008", "0020", "0080")) {
            assertEquals(List.of(), oximeter.measures(Characteristic.OXIMETER_CONTINUOUS, "04 6100 4800" + status));
        }
        assertEquals(
                2,
                oximeter.measures(Characteristic.OXIMETER_CONTINUOUS, "04 6100 4800 0001")
                        .size());
    }

    @Test
    void aClockThatWasNeverSetIsNoTime() {
        Observation check = oximeter.measures(Characteristic.OXIMETER_SPOT_CHECK, "11 6100 4800 E807 01 1E 0C2800")
                .get(0);
        assertEquals(HealthDevice.NOW, check.timing().measuredAt());
        assertEquals(
                Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET, MeasurementStatus.POSSIBLY_THE_SAME), check.statuses());
    }

    @Test
    void aScaleKnowsItsUsersAndBothUnits() {
        Observation kilogram = one(scale.measures(
                Characteristic.WEIGHT_MEASUREMENT,
                "06" // kilogram, time stamp, user
                        + "B036" // 14000 * 0.005 kg
                        + "E807 01 1E 060000" // 2024-01-30 06:00:00
                        + "02")); // user 2
        assertIs(kilogram, Nomenclature.BODY_WEIGHT, "70.000", "kg");
        assertEquals(Optional.of(new UserSlot(2)), kilogram.source().slot());
        assertIs(
                one(scale.measures(Characteristic.WEIGHT_MEASUREMENT, "01 543D")),
                Nomenclature.BODY_WEIGHT,
                "157.00",
                "[lb_av]");
    }

    @Test
    void aFailedWeighingIsNotThreeHundredKilograms() {
        assertEquals(
                new AbsentValue(DataAbsentReason.ERROR),
                one(scale.measures(Characteristic.WEIGHT_MEASUREMENT, "00 FFFF"))
                        .value());
        assertEquals(
                new AbsentValue(DataAbsentReason.ERROR),
                one(scale.measures(Characteristic.BODY_COMPOSITION_MEASUREMENT, "0000 FFFF"))
                        .value());
    }

    @Test
    void whatIsSentAgainAtTheNextConnectionIsTheSame() {
        String weighing = "02 B036 E807 01 1E 060000";
        HealthDevice next = new HealthDevice(new WeightScaleDriver(), "connection-2");
        assertEquals(
                one(scale.measures(Characteristic.WEIGHT_MEASUREMENT, weighing)).id(),
                one(next.measures(Characteristic.WEIGHT_MEASUREMENT, weighing)).id());
        assertNotEquals(
                one(scale.measures(Characteristic.WEIGHT_MEASUREMENT, "00 B036"))
                        .id(),
                one(next.measures(Characteristic.WEIGHT_MEASUREMENT, "00 B036")).id(),
                "without a time two equal weights are two weighings");
    }

    @Test
    void whatCannotBeReadIsPutAsideAndWhatCannotBeStoredIsTriedAgain() {
        Channel channel = Characteristic.WEIGHT_MEASUREMENT;
        assertEquals(
                "GATT-001",
                assertInstanceOf(Reject.class, scale.sends(channel, "02 B036").get(0))
                        .error()
                        .code());
        var store = scale.sends(channel, "00 B036").get(0);
        scale.on(new NotStored(new StoreId(0), "disk full"));
        assertEquals(List.of(store), scale.on(new Elapsed(HealthDevice.NOW)));
    }

    private static Observation one(List<Observation> observations) {
        assertEquals(1, observations.size());
        return observations.get(0);
    }

    private static void assertIs(Observation observation, MdcCode type, String number, String unit) {
        assertEquals(type, observation.type());
        NumericValue value = assertInstanceOf(NumericValue.class, observation.value());
        assertEquals(number, value.quantity().value().toPlainString());
        assertEquals(unit, value.quantity().unit().code());
    }
}
