package io.maimen.simulator.match;

import io.maimen.observation.SampleGap;
import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.journal.JournalEntry;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Offered;
import io.maimen.simulator.journal.JournalEntry.OfferedResult;
import io.maimen.simulator.journal.JournalEntry.PressureOffered;
import io.maimen.simulator.journal.JournalEntry.SpecimenOffered;
import java.util.List;

/**
 * One result or one block, as sent or as stored: two are the same when everything in them is.
 *
 * @param key the device's own name: the specimen, {@code stream/sequence}, or {@link JournalEntry#pressureKey}
 * @param what value or samples, written out
 * @param simulated whether it carries the mark that nothing may remove
 */
public record Content(DeviceId device, String key, String what, boolean simulated) {
    /**
     * A result of a specimen, or a pressure or pulse of a cuff.
     *
     * @param value the number's text with its comparator when it has one, such as {@code 2.7} or {@code >33.3}
     */
    public static Content result(
            DeviceId device, String key, String code, String value, String unit, boolean simulated) {
        return new Content(device, key, code + " = " + value + " " + unit, simulated);
    }

    /**
     * A block of a waveform.
     *
     * @param key {@code stream/sequence}
     */
    public static Content block(
            DeviceId device,
            String key,
            long firstSample,
            int count,
            List<SampleGap> gaps,
            String samplesSha256,
            boolean simulated) {
        String what = "samples " + firstSample + "+" + count + " gaps " + gaps + " SHA-256 " + samplesSha256;
        return new Content(device, key, what, simulated);
    }

    /** Everything that must be stored of what was offered. */
    static List<Content> of(Offered offered) {
        if (offered instanceof BlockOffered block) {
            return List.of(block(
                    block.device(),
                    block.key(),
                    block.firstSample(),
                    block.count(),
                    block.gaps(),
                    block.samplesSha256(),
                    true));
        }
        List<OfferedResult> results = offered instanceof PressureOffered pressure
                ? pressure.results()
                : ((SpecimenOffered) offered).results();
        return results.stream()
                .map(result -> result(
                        offered.device(), offered.key(), result.code().toString(), result.value(), result.unit(), true))
                .toList();
    }
}
