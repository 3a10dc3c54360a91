package io.maimen.simulator.fault.line;

import io.maimen.simulator.device.line.DeviceLink;
import java.util.Locale;

/** What can go wrong between a device and who reads it. */
public enum LineFault {
    /** For plain streams. */
    SPLIT(300, "a stream's bytes come in two pieces"),
    /** For plain streams. */
    MERGED(300, "a stream's bytes wait for those after them, 20 ms at most"),
    BIT_ERROR(20, "one bit of what is sent is turned over"),
    LOST(20, "what is sent does not arrive"),
    REPEATED(20, "what is sent arrives twice"),
    RESET(10, "the line goes down in the middle of what is sent"),
    SILENCE(5, "nothing arrives for 10 s, while the line stands"),
    CLOCK_2000(500, "the device's clock begins again in the year 2000, at a connection"),
    DRIFT(5, "the device's clock runs fast: so many seconds in 1000");

    private final int usualPerMille;
    private final String meaning;

    LineFault(int usualPerMille, String meaning) {
        this.usualPerMille = usualPerMille;
        this.meaning = meaning;
    }

    /** As people write it, such as {@code bit-error}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How often it strikes when nothing is said, of 1000 times it could. */
    public int usualPerMille() {
        return usualPerMille;
    }

    /** In words for people. */
    public String meaning() {
        return meaning;
    }

    /** Whether such a line has it: only a stream is cut, and only a serial line lets broken bytes through. */
    public boolean befalls(DeviceLink link) {
        return switch (this) {
            case SPLIT, MERGED -> link instanceof DeviceLink.Serial || link instanceof DeviceLink.Tcp;
            case BIT_ERROR -> link instanceof DeviceLink.Serial;
            case LOST -> link instanceof DeviceLink.Serial || link instanceof DeviceLink.BluetoothLowEnergy;
            case SILENCE, RESET -> !(link instanceof DeviceLink.Files);
            case REPEATED -> !(link instanceof DeviceLink.Tcp || link instanceof DeviceLink.Hid);
            case CLOCK_2000, DRIFT -> true;
        };
    }
}
