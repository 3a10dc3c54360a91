package io.maimen.gateway.connect.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.maimen.driver.Channel;
import io.maimen.gateway.connect.ConnectionContract;
import io.maimen.gateway.connect.DeviceConnection;
import io.maimen.gateway.connect.hid.HidAddress.DeviceFile;
import io.maimen.gateway.connect.hid.HidAddress.Usb;
import io.maimen.gateway.connect.serial.PtyPair;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter of hidraw on a pty, which is a device file too and can be made without a USB cable. */
class HidrawTest extends ConnectionContract {
    @TempDir
    private Path directory;

    private PtyPair cable;

    @BeforeEach
    void plugIn() throws IOException {
        assumeTrue(PtyPair.available(), "socat makes the ptys: install Debian package socat");
        cable = PtyPair.open(directory);
    }

    @AfterEach
    void unplug() throws Exception {
        ear.last().ifPresent(connection -> connection.close("the test is over"));
        cable.close();
    }

    @Override
    protected DeviceConnection connect() {
        assertEquals(Optional.empty(), new HidDialer(new DeviceFile(cable.port()), clock).dial(ear));
        return ear.last().orElseThrow();
    }

    @Override
    protected void deviceSends(byte... bytes) throws IOException {
        cable.send(bytes);
    }

    @Override
    protected void deviceDies() {
        cable.pull();
    }

    @Test
    void anOutputReportGoesOutAfterItsNumberWhichIsZero() throws IOException {
        DeviceConnection connection = connect();
        assertEquals(Optional.empty(), connection.write(Channel.HID_REPORT, Bytes.of((byte) 0x40, (byte) 0x8F)));
        assertEquals(0x00, cable.read());
        assertEquals(0x40, cable.read());
        assertEquals(0x8F, cable.read());
    }

    /** 25 is ENOTTY: the ioctl reached the kernel, and a pty is no HID device. */
    @Test
    void aFeatureReportThatIsNotTakenIsAReasonNotAnException() {
        Optional<String> refused = connect().write(Channel.HID_FEATURE, Bytes.of((byte) 0x74, (byte) 0xBC));
        assertTrue(refused.orElseThrow().contains("system error 25"), refused.toString());
    }

    @Test
    void aDeviceIsFoundByItsNumbersWhereverItIsPluggedIn() throws IOException {
        listed("hidraw0", "HID_ID=0003:0000046D:0000C077", "HID_NAME=Mouse");
        listed(cable.port().getFileName().toString(), "DRIVER=hid-generic", "HID_ID=0003:00000483:00005750");
        assertEquals(Optional.empty(), dial(Usb.parse("0483:5750")));
        assertEquals(1, ear.connections.size());
    }

    @Test
    void noDeviceAndTwoDevicesWithTheNumbersAreReasons() throws IOException {
        Usb cuff = new Usb(0x0590, 0x0028);
        assertTrue(dial(cuff).orElseThrow().contains("no device with these numbers"), "nothing was ever plugged in");
        listed("hidraw1", "HID_ID=0003:00000590:00000028");
        listed("hidraw2", "HID_ID=0003:00000590:00000028");
        String two = dial(cuff).orElseThrow();
        assertTrue(two.contains("hidraw1") && two.contains("hidraw2") && two.contains("by device"), two);
    }

    @Test
    void aFileThatIsNotThereIsAReason() {
        HidDialer dialer = new HidDialer(new DeviceFile(directory.resolve("hidraw9")), clock);
        assertTrue(dialer.dial(ear).orElseThrow().contains("is not there"));
    }

    private Optional<String> dial(Usb usb) {
        return new HidDialer(usb, new HidrawDevices(directory.resolve("sys"), directory), clock).dial(ear);
    }

    private void listed(String name, String... lines) throws IOException {
        Path device =
                Files.createDirectories(directory.resolve("sys").resolve(name).resolve("device"));
        Files.writeString(device.resolve("uevent"), String.join("\n", lines) + "\n");
    }
}
