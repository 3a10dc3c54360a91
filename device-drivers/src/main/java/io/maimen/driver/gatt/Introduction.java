package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a device said of itself before it was listened to. Immutable.
 *
 * @param origin with the correction of the device's clock, where that could be compared with ours
 * @param answers what was read, by characteristic; what the device does not offer is not there
 */
record Introduction(Origin origin, Map<Channel, Bytes> answers) {
    Introduction {
        answers = Map.copyOf(answers);
    }

    /** A text of the Device Information Service, as some devices pad it with zeros; empty where there is none. */
    String text(Channel channel) {
        return answers.containsKey(channel) ? text(answers.get(channel)) : "";
    }

    static String text(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    /** How this model lays out a blood pressure. */
    CuffLayout cuffLayout() {
        return CuffLayout.ofModel(text(Characteristic.MODEL_NUMBER));
    }
}
