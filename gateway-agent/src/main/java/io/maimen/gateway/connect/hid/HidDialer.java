package io.maimen.gateway.connect.hid;

import io.maimen.gateway.connect.ConnectionAcceptor;
import io.maimen.gateway.connect.DeviceDialer;
import io.maimen.gateway.connect.DeviceLine;
import io.maimen.gateway.connect.LineConnection;
import io.maimen.gateway.connect.hid.HidAddress.DeviceFile;
import io.maimen.gateway.connect.hid.HidAddress.Usb;
import io.maimen.gateway.connect.hid.HidAddress.Virtual;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Opens one HID device. Thread-safe. */
public final class HidDialer implements DeviceDialer {
    private final HidAddress address;
    private final HidrawDevices devices;
    private final Clock clock;

    public HidDialer(HidAddress address, Clock clock) {
        this(address, HidrawDevices.SYSTEM, clock);
    }

    HidDialer(HidAddress address, HidrawDevices devices, Clock clock) {
        this.address = address;
        this.devices = devices;
        this.clock = clock;
    }

    @Override
    public Optional<String> dial(ConnectionAcceptor acceptor) {
        try {
            DeviceLine line =
                    address instanceof Virtual virtual ? VirtualLine.open(virtual.socket()) : HidrawLine.open(file());
            LineConnection.open(line, "hid " + address, clock, acceptor);
            return Optional.empty();
        } catch (AccessDeniedException e) {
            return Optional.of(e.getFile() + " may not be opened by this user; docs/gateway.md has the udev rule");
        } catch (IOException e) {
            return Optional.of(address + " is not there: " + e.getMessage());
        }
    }

    private Path file() throws IOException {
        if (address instanceof DeviceFile named) {
            return named.path();
        }
        List<Path> found = devices.with((Usb) address);
        if (found.size() != 1) {
            throw new IOException(
                    found.isEmpty()
                            ? "no device with these numbers is plugged in"
                            : found + " have these numbers; name one of them by device");
        }
        return found.get(0);
    }
}
