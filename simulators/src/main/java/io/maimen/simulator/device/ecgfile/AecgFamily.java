package io.maimen.simulator.device.ecgfile;

import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.LineDevice;

/** Carts that export HL7 annotated ECG. Stateless. */
public final class AecgFamily extends CartFamily {
    /** For {@link java.util.ServiceLoader}. */
    public AecgFamily() {}

    @Override
    public String name() {
        return "aecg";
    }

    @Override
    LineDevice cart(long seed, DeviceClock clock, boolean exportsTwice) {
        return new EcgCart(seed, clock, ".xml", AecgWriter::file, exportsTwice);
    }
}
