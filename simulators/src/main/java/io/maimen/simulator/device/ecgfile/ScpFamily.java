package io.maimen.simulator.device.ecgfile;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.LineDevice;

/** Carts that export SCP-ECG files (EN 1064). Stateless. */
public final class ScpFamily extends CartFamily {
    /** For {@link java.util.ServiceLoader}. */
    public ScpFamily() {}

    @Override
    public String name() {
        return "scp";
    }

    @Override
    LineDevice cart(long seed, DeviceClock clock, boolean exportsTwice) {
        return new EcgCart(seed, clock, ".scp", ScpWriter::file, exportsTwice);
    }
}
