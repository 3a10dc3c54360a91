package io.maimen.simulator.wfdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class WfdbHeaderTest {
    @Test
    void aHeaderWithCarriageReturnsIsRead() {
        WfdbHeader header = WfdbHeader.parse(String.join(
                "\r\n",
                "208 2 360 650000",
                "208.dat 212 200 11 1024 1003 8074 0 MLII",
                "208.dat 212 200 11 1024 1062 20649 0 V1",
                "# 23 F 2546 N/A x1"));
        assertEquals(
                new WfdbHeader(
                        "208",
                        360,
                        List.of(
                                new SignalSpecification("208.dat", 212, 0, 200, 1024, "MLII"),
                                new SignalSpecification("208.dat", 212, 0, 200, 1024, "V1"))),
                header);
    }

    @Test
    void anOffsetAGainInMillivoltsAndABaselineOfItsOwnAreRead() {
        WfdbHeader header = WfdbHeader.parse("""
                A00001 1 300 9000
                A00001.mat 16+24 1000(-5)/mV 16 0 -127 0 0 ECG
                """);
        assertEquals(List.of(new SignalSpecification("A00001.mat", 16, 24, 1000, -5, "ECG")), header.signals());
    }

    @Test
    void aMissingSignalLineIsRefused() {
        assertEquals(
                "signal lines must be 2 but were 1",
                assertThrows(IllegalArgumentException.class, () -> WfdbHeader.parse("x 2 360\nx.dat 16 200\n"))
                        .getMessage());
    }

    @Test
    void anEmptyHeaderIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> WfdbHeader.parse("# nothing\n"));
    }
}
