package io.maimen.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.maimen.driver.DriverCatalogue.Found;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriverCatalogueTest {
    private final DriverCatalogue installed = DriverCatalogue.installed();

    @Test
    void driversAreFoundByTheirName() {
        Found.Driver astm = assertInstanceOf(Found.Driver.class, installed.find("astm"));
        Found.Driver patch = assertInstanceOf(Found.Driver.class, installed.find("ecg-patch"));
        assertEquals(AcknowledgementClass.AFTER_STORED, astm.driver().acknowledgementClass());
        assertEquals(AcknowledgementClass.AFTER_STORED, patch.driver().acknowledgementClass());
    }

    @Test
    void unknownNameIsAnsweredWithTheKnownOnes() {
        Found.Unknown unknown = assertInstanceOf(Found.Unknown.class, installed.find("asmt"));
        assertEquals(
                "DEC-015 driver must be one of astm, blood-pressure, ecg-patch, senml but was asmt", unknown.message());
    }

    @Test
    void frameDecodersAreListedByName() {
        assertEquals(
                List.of(
                        "astm.frame",
                        "blood-pressure.measurement",
                        "blood-pressure.measurement-bm85",
                        "ecg-patch.block",
                        "senml.json",
                        "senml.cbor"),
                installed.drivers().stream()
                        .flatMap(driver -> driver.frameDecoders().stream())
                        .map(FrameDecoder::name)
                        .toList());
    }

    @Test
    void twoDriversOfOneNameAreRefused() {
        DeviceDriver astm = ((Found.Driver) installed.find("astm")).driver();
        assertThrows(IllegalArgumentException.class, () -> DriverCatalogue.of(astm, astm));
    }
}
