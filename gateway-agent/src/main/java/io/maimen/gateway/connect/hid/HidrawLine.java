package io.maimen.gateway.connect.hid;

import io.maimen.driver.Channel;
import io.maimen.gateway.connect.DeviceLine;
import io.maimen.observation.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;

/**
 * A device file of Linux's hidraw: each read gives a report, and each write takes one after its number, which is 0 for devices
 * that do not number them. Source: Documentation/hid/hidraw.rst of the kernel.
 */
final class HidrawLine implements DeviceLine {
    /** Longer than any report that these devices declare. */
    private static final int MOST_BYTES = 4_096;

    private final Path path;
    private final FileChannel in;
    /** Opened apart: a channel lets nobody write while somebody waits to read. */
    private final FileChannel out;

    private HidrawLine(Path path, FileChannel in, FileChannel out) {
        this.path = path;
        this.in = in;
        this.out = out;
    }

    static HidrawLine open(Path path) throws IOException {
        FileChannel in = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new HidrawLine(path, in, FileChannel.open(path, StandardOpenOption.WRITE));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public Channel channel() {
        return Channel.HID_REPORT;
    }

    @Override
    public Optional<Bytes> read() throws IOException {
        ByteBuffer report = ByteBuffer.allocate(MOST_BYTES);
        int length = in.read(report);
        return length < 0 ? Optional.empty() : Optional.of(Bytes.of(Arrays.copyOf(report.array(), length)));
    }

    @Override
    public void write(Channel channel, Bytes report) throws IOException {
        HidChannels.check(channel);
        byte[] numbered = new byte[1 + report.size()];
        System.arraycopy(report.toArray(), 0, numbered, 1, report.size());
        if (channel.equals(Channel.HID_FEATURE)) {
            FeatureReport.send(path, numbered);
            return;
        }
        int taken = out.write(ByteBuffer.wrap(numbered));
        if (taken != numbered.length) {
            throw new IOException("the device took " + taken + " of " + numbered.length + " bytes");
        }
    }

    @Override
    public void close() throws IOException {
        try (out) {
            in.close();
        }
    }
}
