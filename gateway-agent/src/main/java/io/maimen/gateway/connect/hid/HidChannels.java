package io.maimen.gateway.connect.hid;

import io.maimen.driver.Channel;
import java.io.IOException;

/** Which channels a HID device has. Stateless. */
final class HidChannels {
    private HidChannels() {}

    static void check(Channel channel) throws IOException {
        if (!channel.equals(Channel.HID_REPORT) && !channel.equals(Channel.HID_FEATURE)) {
            throw new IOException("a USB HID device has no channel " + channel.name());
        }
    }
}
