package io.maimen.simulator.clinic;

import io.maimen.simulator.clinic.Ports.SitePorts;
import io.maimen.simulator.clinic.SimulatedDevice.Analyser;
import io.maimen.simulator.clinic.SimulatedDevice.BluetoothCuff;
import io.maimen.simulator.clinic.SimulatedDevice.CoapCuff;
import io.maimen.simulator.clinic.SimulatedDevice.FamilyDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a simulated device is told on its command line who it is, who wears it and how it reaches its gateway. */
record DeviceArguments(ClinicFiles files) {
    /** {@code patients}: the wearers, as the server calls them. */
    List<String> of(SimulatedDevice device, SitePorts gateway, Map<Resident, String> patients) {
        List<String> arguments = new ArrayList<>(connection(device, gateway));
        arguments.addAll(List.of("--device=" + device.serial(), "--journal=" + files.journal(device)));
        if (!device.wearers().isEmpty()) {
            arguments.add(
                    "--subjects=" + device.wearers().stream().map(patients::get).collect(Collectors.joining(",")));
        }
        arguments.addAll(device.options());
        return arguments;
    }

    /** Of the one process that all family devices of a site are; there is one at least. */
    List<String> together(List<FamilyDevice> devices, SitePorts gateway) {
        List<String> arguments = new ArrayList<>(List.of("device"));
        devices.forEach(device -> arguments.add(device.serial()));
        arguments.addAll(List.of(
                "--directory=" + files.directory(),
                "--tcp-port=" + gateway.tcp().stream().map(String::valueOf).collect(Collectors.joining(",")),
                "--mqtt-port=" + gateway.mqtt(),
                "--password=" + files.password()));
        arguments.addAll(devices.get(0).options());
        return arguments;
    }

    private List<String> connection(SimulatedDevice device, SitePorts gateway) {
        if (device instanceof Analyser) {
            return List.of("analyser", "--pty=" + files.terminal(device));
        }
        if (device instanceof BluetoothCuff cuff) {
            return List.of("cuff-ble", "--dbus-socket=" + files.bus(device), "--address=" + cuff.address());
        }
        if (device instanceof CoapCuff) {
            return List.of(
                    "cuff-coap",
                    "--gateway-host=127.0.0.1",
                    "--gateway-port=" + gateway.coapSecure(),
                    "--identity=" + device.serial(),
                    "--key=" + files.key(device));
        }
        return List.of(
                "ecg-patch",
                "--gateway-port=" + gateway.mqtt(),
                "--username=" + device.serial(),
                "--password=" + files.password());
    }
}
