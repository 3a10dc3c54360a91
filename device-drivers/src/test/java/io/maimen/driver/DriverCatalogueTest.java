package io.maimen.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverCatalogue.Found;
import java.util.List;
import java.util.stream.Collectors;
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
        String known = installed.drivers().stream()
                .map(driver -> driver.ref().name())
                .sorted()
                .collect(Collectors.joining(", "));
        assertEquals("DEC-015 driver must be one of " + known + " but was asmt", unknown.message());
        assertTrue(known.contains("astm, "), known);
    }

    /** A decoder is found by its name alone: of two frames, or two streams, with one name one would never be. */
    @Test
    void everyDecoderHasANameOfItsOwn() {
        List<String> frames = installed.drivers().stream()
                .flatMap(driver -> driver.frameDecoders().stream())
                .map(FrameDecoder::name)
                .toList();
        List<String> streams = installed.drivers().stream()
                .flatMap(driver -> driver.streamDecoders().stream())
                .map(StreamDecoder::name)
                .toList();
        assertEquals(frames.stream().distinct().toList(), frames);
        assertEquals(streams.stream().distinct().toList(), streams);
        assertTrue(frames.containsAll(List.of("astm.frame", "ecg-patch.block", "senml.cbor")), "" + frames);
    }

    @Test
    void twoDriversOfOneNameAreRefused() {
        DeviceDriver astm = ((Found.Driver) installed.find("astm")).driver();
        assertThrows(IllegalArgumentException.class, () -> DriverCatalogue.of(astm, astm));
    }
}
