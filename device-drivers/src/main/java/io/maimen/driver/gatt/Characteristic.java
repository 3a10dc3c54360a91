package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import java.util.Locale;

/** The characteristics a cuff is spoken to with, by UUID in lower case. */
final class Characteristic {
    static final Channel DATE_TIME = assigned(0x2A08);
    static final Channel MODEL_NUMBER = assigned(0x2A24);
    static final Channel BLOOD_PRESSURE_MEASUREMENT = assigned(0x2A35);

    private Characteristic() {}

    /** A number assigned by the Bluetooth SIG, on its base UUID. */
    private static Channel assigned(int number) {
        return new Channel(String.format(Locale.ROOT, "%08x-0000-1000-8000-00805f9b34fb", number));
    }
}
