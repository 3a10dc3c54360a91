package io.maimen.simulator.device.connect;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.device.bluez.VirtualBluez;
import io.maimen.simulator.device.line.DeviceFamily;
import io.maimen.simulator.device.line.DeviceLink;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A family's device at its place: how a gateway finds it, and its own side of the line. Its serial number is the family's name.
 * Immutable.
 *
 * @param number among the devices with this kind of link at these places, from 0; gives ports and addresses
 */
public record PlacedDevice(DeviceFamily family, int number, Places places) {
    /**
     * Devices of these families, each once.
     *
     * @throws IllegalArgumentException with SIM-054 where more devices want to call than there are TCP ports
     */
    public static List<PlacedDevice> of(List<DeviceFamily> families, Places places) {
        Map<Class<?>, Integer> numbers = new HashMap<>();
        return families.stream()
                .map(family ->
                        new PlacedDevice(family, numbers.merge(family.link().getClass(), 1, Integer::sum) - 1, places))
                .toList();
    }

    public PlacedDevice {
        if (family.link() instanceof DeviceLink.Tcp
                && number >= places.tcpPorts().size()) {
            throw new IllegalArgumentException(
                    "SIM-054 each device on TCP must have a port of the gateway but there were " + places.tcpPorts()
                            + "; name more with --tcp-port");
        }
    }

    public String serial() {
        return family.name();
    }

    /** The identity a gateway knows it by. */
    public DeviceId id() {
        return DeviceId.serial(serial());
    }

    /** What a gateway's configuration says of it, as an item of {@code devices}: a YAML mapping on one line. */
    public String configuration() {
        TreeMap<String, String> options = new TreeMap<>(family.driverOptions());
        options.putIfAbsent("simulated", "true");
        return "{ id: \"" + id() + "\", driver: " + family.name() + ", " + connection() + ", options: { "
                + options.entrySet().stream()
                        .map(option -> "\"" + option.getKey() + "\": \"" + option.getValue() + "\"")
                        .collect(Collectors.joining(", "))
                + " } }";
    }

    private String connection() {
        DeviceLink link = family.link();
        if (link instanceof DeviceLink.Serial line) {
            return "connection: serial, port: \"" + places.terminal(serial()) + "\", baud: " + line.baud();
        }
        if (link instanceof DeviceLink.Hid) {
            return "connection: hid, socket: \"" + places.hid(serial()) + "\"";
        }
        if (link instanceof DeviceLink.Tcp) {
            return "connection: tcp, listen: " + places.host() + ", port: " + tcpPort();
        }
        if (link instanceof DeviceLink.BluetoothLowEnergy) {
            return "connection: bluetooth, address: \"" + address() + "\"";
        }
        if (link instanceof DeviceLink.Mqtt) {
            return "connection: mqtt, username: \"" + serial() + "\", password: \"" + places.password()
                    + "\", topicPrefix: \"" + serial() + "/\"";
        }
        return "connection: folder, directory: \"" + places.folder(serial()) + "\"";
    }

    /** What the configuration has to say once for all Bluetooth devices at these places. */
    public static Optional<String> bluetooth(List<PlacedDevice> devices) {
        return devices.stream()
                .filter(device -> device.family().link() instanceof DeviceLink.BluetoothLowEnergy)
                .map(device ->
                        "bluetooth: { address: \"unix:path=" + device.places().bus() + "\", adapter: " + ADAPTER + " }")
                .findFirst();
    }

    static final String ADAPTER = "hci0";

    /** Its own side of the line. */
    DeviceOutlet outlet(Optional<VirtualBluez> bluez) throws SimulatorException {
        DeviceLink link = family.link();
        if (link instanceof DeviceLink.Serial) {
            return new SerialOutlet(places.terminal(serial()));
        }
        if (link instanceof DeviceLink.Hid) {
            return new HidOutlet(places.hid(serial()));
        }
        if (link instanceof DeviceLink.Tcp) {
            return new TcpOutlet(new InetSocketAddress(places.host(), tcpPort()));
        }
        if (link instanceof DeviceLink.BluetoothLowEnergy bluetooth) {
            return new BluetoothOutlet(bluez.orElseThrow(), bluetooth, address());
        }
        if (link instanceof DeviceLink.Mqtt) {
            return new MqttOutlet(new InetSocketAddress(places.host(), places.mqttPort()), serial(), places.password());
        }
        return new FolderOutlet(places.folder(serial()));
    }

    private int tcpPort() {
        return places.tcpPorts().get(number);
    }

    /** Of a Bluetooth device. */
    String address() {
        return String.format(Locale.ROOT, "C0:26:DA:01:00:%02X", number);
    }
}
