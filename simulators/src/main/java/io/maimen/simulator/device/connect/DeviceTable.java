package io.maimen.simulator.device.connect;

import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import io.maimen.simulator.fault.line.LineFault;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** What there is to simulate, for people. Stateless. */
final class DeviceTable {
    private DeviceTable() {}

    static void print(List<DeviceFamily> families, PrintWriter out) {
        out.println("Devices, how they are connected, and their habits (--habit):");
        for (DeviceFamily family : families) {
            out.println(row(family.name(), words(family.link())));
            family.habits().forEach((habit, meaning) -> out.println(row("", "  " + habit + ": " + meaning)));
        }
        out.println();
        out.println("Faults of lines and clocks (--fault), and of 1000 times how many (--fault lost=50):");
        for (LineFault fault : LineFault.values()) {
            out.println(row(fault.label() + "=" + fault.usualPerMille(), fault.meaning()));
        }
        out.flush();
    }

    private static String row(String name, String text) {
        return String.format(Locale.ROOT, "  %-20s %s", name, text);
    }

    private static String words(DeviceLink link) {
        if (link instanceof DeviceLink.Serial serial) {
            return "serial, " + serial.baud() + " bits a second";
        }
        if (link instanceof DeviceLink.Hid) {
            return "USB HID, as a virtual device";
        }
        if (link instanceof DeviceLink.Tcp) {
            return "TCP, calls the gateway";
        }
        if (link instanceof DeviceLink.BluetoothLowEnergy bluetooth) {
            return "Bluetooth LE, as " + bluetooth.name();
        }
        return link instanceof DeviceLink.Mqtt ? "MQTT" : "files";
    }
}
