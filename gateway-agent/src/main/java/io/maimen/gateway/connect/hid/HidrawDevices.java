package io.maimen.gateway.connect.hid;

import io.maimen.gateway.connect.hid.HidAddress.Usb;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which HID devices are plugged in, as the kernel lists them. Immutable.
 *
 * @param listed a folder for each device, {@code /sys/class/hidraw}
 * @param files their device files, {@code /dev}
 */
record HidrawDevices(Path listed, Path files) {
    static final HidrawDevices SYSTEM = new HidrawDevices(Path.of("/sys/class/hidraw"), Path.of("/dev"));

    /** The device files of all that have these numbers, in the order of their names. */
    List<Path> with(Usb numbers) throws IOException {
        String line = String.format(Locale.ROOT, "HID_ID=0003:%08X:%08X", numbers.vendor(), numbers.product());
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> devices = Files.newDirectoryStream(listed)) {
            for (Path device : devices) {
                if (lines(device.resolve("device/uevent")).contains(line)) {
                    found.add(files.resolve(device.getFileName()));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of(); // the kernel has listed none since it was started
        }
        return found.stream().sorted().toList();
    }

    /** None where the device was pulled out meanwhile. */
    private static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
