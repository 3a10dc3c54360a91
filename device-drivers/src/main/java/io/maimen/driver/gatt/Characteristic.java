package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import java.util.Locale;

/** The characteristics that devices are spoken to with, by UUID in lower case. */
final class Characteristic {
    static final Channel DATE_TIME = assigned(0x2A08);
    static final Channel BATTERY_LEVEL = assigned(0x2A19);
    static final Channel GLUCOSE_MEASUREMENT = assigned(0x2A18);
    static final Channel TEMPERATURE_MEASUREMENT = assigned(0x2A1C);
    static final Channel MODEL_NUMBER = assigned(0x2A24);
    static final Channel FIRMWARE_REVISION = assigned(0x2A26);
    static final Channel MANUFACTURER_NAME = assigned(0x2A29);
    static final Channel CURRENT_TIME = assigned(0x2A2B);
    static final Channel GLUCOSE_CONTEXT = assigned(0x2A34);
    static final Channel BLOOD_PRESSURE_MEASUREMENT = assigned(0x2A35);
    static final Channel INTERMEDIATE_CUFF_PRESSURE = assigned(0x2A36);
    static final Channel HEART_RATE_MEASUREMENT = assigned(0x2A37);
    static final Channel RECORD_ACCESS_CONTROL_POINT = assigned(0x2A52);
    static final Channel OXIMETER_SPOT_CHECK = assigned(0x2A5E);
    static final Channel OXIMETER_CONTINUOUS = assigned(0x2A5F);
    static final Channel BODY_COMPOSITION_MEASUREMENT = assigned(0x2A9C);
    static final Channel WEIGHT_MEASUREMENT = assigned(0x2A9D);
    static final Channel MONITOR_MEASUREMENT = assigned(0x2AA7);
    static final Channel MONITOR_SESSION_START = assigned(0x2AAA);

    private Characteristic() {}

    /** A number assigned by the Bluetooth SIG, on its base UUID. */
    private static Channel assigned(int number) {
        return new Channel(String.format(Locale.ROOT, "%08x-0000-1000-8000-00805f9b34fb", number));
    }
}
