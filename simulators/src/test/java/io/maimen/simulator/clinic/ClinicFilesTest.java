package io.maimen.simulator.clinic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.maimen.simulator.clinic.Ports.SitePorts;
import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
import io.maimen.simulator.clinic.SimulatedDevice.EcgPatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClinicFilesTest {
    private static final Ports PORTS =
            new Ports(18080, 18830, List.of(new SitePorts(18081, 18840, 18850, 18860, List.of(18900))));

    @TempDir
    private Path directory;

    @Test
    void theServerKnowsNoGatewayBeforeItEnrols() throws Exception {
        ClinicFiles files = new ClinicFiles(directory, PORTS, "secret");
        files.write(List.of(site(List.of())));
        assertEquals("""
                server:
                  directory: "%s/server"
                  http: { host: 127.0.0.1, port: 18080 }
                  mqtt: { host: 127.0.0.1, port: 18830 }
                """.formatted(directory), Files.readString(files.serverConfiguration()));
    }

    @Test
    void theGatewayKnowsItsDevices() throws Exception {
        ClinicFiles files = new ClinicFiles(directory, PORTS, "secret");
        Site site = site(List.of(new Analyser("AN-0001", List.of()), new EcgPatch("ECG-0001", List.of())));
        files.write(List.of(site));
        assertEquals(
                """
                devices:
                  - { id: "serial:AN-0001", driver: astm, connection: serial, port: "%s/AN-0001.tty" }
                  - { id: "serial:ECG-0001", driver: ecg-patch, connection: mqtt, username: "ECG-0001", password: "secret" }
                """.formatted(directory),
                Files.readString(files.gatewayConfiguration(site)).replaceFirst("(?s).*\ndevices", "devices"));
    }

    @Test
    void noTwoClinicsShareASecret() {
        assertNotEquals(
                ClinicFiles.in(directory, PORTS).password(),
                ClinicFiles.in(directory, PORTS).password());
    }

    private static Site site(List<SimulatedDevice> devices) {
        return TaohuaCounty.clinic(devices).sites().get(0);
    }
}
