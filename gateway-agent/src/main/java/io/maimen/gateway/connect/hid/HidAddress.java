package io.maimen.gateway.connect.hid;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a HID device is found. A closed set; immutable. */
public sealed interface HidAddress {
    /** A device file such as {@code /dev/hidraw0}; its number changes with the order in which devices are plugged in. */
    record DeviceFile(Path path) implements HidAddress {
        @Override
        public String toString() {
            return path.toString();
        }
    }

    /** Whichever device has these numbers; there must be one. Each 0 to FFFF. */
    record Usb(int vendor, int product) implements HidAddress {
        private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})");

        /** {@code 0483:5750}, as lsusb writes it; IllegalArgumentException for another text. */
        public static Usb parse(String text) {
            Matcher numbers = TEXT.matcher(text);
            if (!numbers.matches()) {
                throw new IllegalArgumentException("usb must be VENDOR:PRODUCT such as 0483:5750 but was " + text);
            }
            return new Usb(Integer.parseInt(numbers.group(1), 16), Integer.parseInt(numbers.group(2), 16));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%04x:%04x", vendor, product);
        }
    }

    /** A virtual device that waits at a Unix socket; docs/gateway.md says what it speaks. */
    record Virtual(Path socket) implements HidAddress {
        @Override
        public String toString() {
            return socket.toString();
        }
    }
}
