package io.maimen.simulator.clinic;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Ports.SitePorts;
import io.maimen.simulator.clinic.SimulatedDevice.FamilyDevice;
import io.maimen.simulator.clinic.SimulatedDevice.Transport;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.match.Stored;
import io.maimen.simulator.match.StoredValue;
import io.maimen.simulator.query.ServerClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of the readings in a clinic: what its devices said, what its server has, what is still on its way. Stateless. */
public final class ClinicResults {
    private final Community community;
    private final ClinicFiles files;

    ClinicResults(Community community, ClinicFiles files) {
        this.community = community;
        this.files = files;
    }

    /** What the devices said and were told so far, in each device's order. */
    public List<JournalEntry> journals() throws SimulatorException {
        List<JournalEntry> entries = new ArrayList<>();
        for (SimulatedDevice device : community.devices()) {
            entries.addAll(Journal.read(files.journal(device)));
        }
        return entries;
    }

    /**
     * Whether nothing is on its way any more: outboxes empty, log read to its end. What was lost by then stays lost, and what
     * is sent again after a death has been.
     */
    public boolean atRest(ServerClient server) throws IOException, InterruptedException {
        for (SitePorts site : files.ports().sites()) {
            if (!site.gatewayStatus().outboxEmpty()) {
                return false;
            }
        }
        return server.readersAtTheEnd();
    }

    /** What the server has of the devices. */
    public List<Stored> stored(ServerClient server) throws IOException, InterruptedException {
        List<Stored> contents = new ArrayList<>();
        for (Site site : community.sites()) {
            for (SimulatedDevice device : site.standardDevices()) {
                contents.addAll(server.readings(device.id()));
            }
        }
        return contents;
    }

    /** Every number the server has of the devices of families, by the family's name; each family is there. */
    public Map<String, List<StoredValue>> values(ServerClient server) throws IOException, InterruptedException {
        Map<String, List<StoredValue>> values = new LinkedHashMap<>();
        for (Site site : community.sites()) {
            for (FamilyDevice device : site.familyDevices()) {
                values.put(device.serial(), server.values(device.id()));
            }
        }
        return values;
    }

    /** How a device reaches its gateway; {@code device} is its id, as text. */
    public Transport transport(String device) {
        return community.devices().stream()
                .filter(each -> each.id().toString().equals(device))
                .map(SimulatedDevice::transport)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("device must be of this clinic but was " + device));
    }
}
