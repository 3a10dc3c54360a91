package io.maimen.driver.waveform;

import io.maimen.driver.DriverOptions;
import io.maimen.observation.Samples;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A channel that carries a lead of the ECG. Immutable.
 *
 * @param index of the channel in a device's sample, from 0
 * @param scale of its steps
 */
public record Lead(MdcCode type, int index, Scale scale) {
    private static final Map<String, MdcCode> NAMES =
            Map.of("I", Nomenclature.ECG_LEAD_I, "II", Nomenclature.ECG_LEAD_II);

    /** Whether the amplifier was at its rail somewhere: there the voltage is not what the number says. */
    boolean railed(Samples samples) {
        return samples.stream().anyMatch(sample -> sample <= scale.lowest() || sample >= scale.highest());
    }

    /**
     * What {@code leads.<n>} say of the channels from 1: {@code I} or {@code II}; nobody but who glued the electrodes knows.
     *
     * @throws IllegalArgumentException where none is named, or one that there is not
     */
    public static SortedMap<Integer, MdcCode> named(DriverOptions options, int channels) {
        SortedMap<Integer, MdcCode> named = new TreeMap<>();
        options.under("leads.").forEach((channel, name) -> {
            if (!channel.matches("[1-9]") || Integer.parseInt(channel) > channels || !NAMES.containsKey(name)) {
                throw new IllegalArgumentException("ECG-101 options.leads.<channel> must be I or II for channel 1 to "
                        + channels + " but was " + name + " for " + channel);
            }
            named.put(Integer.parseInt(channel), NAMES.get(name));
        });
        if (named.isEmpty()) {
            throw new IllegalArgumentException("ECG-101 options.leads.<channel> must name one channel or more but there"
                    + " was none; say which electrodes are where, as in leads.1: I");
        }
        return named;
    }

    /** What {@code lead} says of the one channel a device has; lead I where it says nothing. */
    public static MdcCode only(DriverOptions options) {
        String name = options.text("lead").orElse("I");
        return Optional.ofNullable(NAMES.get(name))
                .orElseThrow(
                        () -> new IllegalArgumentException("ECG-101 options.lead must be I or II but was " + name));
    }
}
