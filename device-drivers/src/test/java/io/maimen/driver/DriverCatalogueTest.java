package io.maimen.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        DeviceDriver astm = ((Found.Driver) installed.find("astm")).driver();
        DeviceDriver patch = ((Found.Driver) installed.find("ecg-patch")).driver();
        Found.Unknown unknown = assertInstanceOf(
                Found.Unknown.class, DriverCatalogue.of(patch, astm).find("asmt"));
        assertEquals("DEC-015 driver must be one of astm, ecg-patch but was asmt", unknown.message());
    }

    /** A name is how vectors, fuzzers and documentation ask for a decoder; one format's frame and stream share theirs. */
    @Test
    void everyDecoderHasANameOfItsOwn() {
        List<String> frames = installed.drivers().stream()
                .flatMap(driver -> driver.frameDecoders().stream().map(FrameDecoder::name))
                .toList();
        List<String> streams = installed.drivers().stream()
                .flatMap(driver -> driver.streamDecoders().stream().map(StreamDecoder::name))
                .toList();
        assertEquals(frames, frames.stream().distinct().toList());
        assertEquals(streams, streams.stream().distinct().toList());
        assertTrue(
                frames.containsAll(List.of("astm.frame", "blood-pressure.measurement", "ecg-patch.block")),
                frames::toString);
    }

    @Test
    void twoDriversOfOneNameAreRefused() {
        DeviceDriver astm = ((Found.Driver) installed.find("astm")).driver();
        assertThrows(IllegalArgumentException.class, () -> DriverCatalogue.of(astm, astm));
    }
}
