package io.maimen.driver.scp;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sections 5 and 6 of a file (ISO 11073-91064), which have one form: the samples of every lead, each lead coded for itself. Immutable.
 *
 * @param nanovoltsPerStep 1 to 65535
 * @param intervalMicros from one sample to the next, 1 to 65535
 * @param offset of the section's first number in the file
 */
record SignalSection(int nanovoltsPerStep, int intervalMicros, List<Samples> leads, int offset) {
    private static final int MOST_DIFFERENCES = 2;
    /** 100 000 samples a second: more than any model of a waveform here takes. */
    private static final int LEAST_INTERVAL_MICROS = 10;

    SignalSection {
        leads = List.copyOf(leads);
    }

    /**
     * Reads it.
     *
     * @param counts samples of each lead; empty where the bytes say, as for the reference beat
     * @param tables empty where samples are written out in two bytes each
     */
    static SignalSection read(SectionReader section, List<Integer> counts, Optional<HuffmanTables> tables)
            throws RefusedFile {
        int at = section.position();
        int nanovolts = section.unsigned16();
        int interval = section.unsigned16();
        int differences = section.unsigned8();
        boolean bimodal = section.id() == ScpFile.RHYTHM && section.unsigned8() != 0;
        if (section.id() != ScpFile.RHYTHM) {
            section.skip(1);
        }
        if (nanovolts == 0 || interval < LEAST_INTERVAL_MICROS || differences > MOST_DIFFERENCES) {
            throw new RefusedFile(
                    "SCP-017",
                    at,
                    "a signal must have steps of 1 nV or more, an interval of 10 us or more and differences of 0 to 2 but had "
                            + nanovolts + " nV, " + interval + " us and " + differences);
        }
        if (bimodal) {
            throw new RefusedFile(
                    "SCP-018",
                    at + 5,
                    "samples must all be as recorded but the cart averaged those between beats (bimodal compression); set"
                            + " it to export without");
        }
        List<SectionReader> parts = parts(section, counts.size());
        List<Samples> leads = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            leads.add(summed(
                    decoded(parts.get(i), counts.get(i), tables),
                    differences,
                    parts.get(i).position()));
        }
        return new SignalSection(nanovolts, interval, leads, at);
    }

    private static List<SectionReader> parts(SectionReader section, int leads) throws RefusedFile {
        List<Integer> lengths = new ArrayList<>();
        for (int i = 0; i < leads; i++) {
            lengths.add(section.unsigned16());
        }
        List<SectionReader> parts = new ArrayList<>();
        for (int length : lengths) {
            parts.add(section.part(length));
        }
        return parts;
    }

    private static Samples decoded(SectionReader lead, int count, Optional<HuffmanTables> tables) throws RefusedFile {
        if (tables.isPresent()) {
            return tables.get().decode(lead, count);
        }
        if (lead.remaining() != count * Short.BYTES) {
            throw new RefusedFile(
                    "SCP-013",
                    lead.position(),
                    "a lead must have 2 bytes for each of its " + count + " samples but had " + lead.remaining());
        }
        return lead.samples();
    }

    /** From differences, or differences of differences, to samples; as many first samples are written out as they are. */
    private static Samples summed(Samples coded, int differences, int offset) throws RefusedFile {
        int[] samples = coded.toArray();
        try {
            for (int i = differences; differences > 0 && i < samples.length; i++) {
                int expected = differences == 1
                        ? samples[i - 1]
                        : Math.subtractExact(Math.multiplyExact(2, samples[i - 1]), samples[i - 2]);
                samples[i] = Math.addExact(samples[i], expected);
            }
        } catch (ArithmeticException e) {
            throw tooLarge(offset);
        }
        return Samples.of(samples);
    }

    static RefusedFile tooLarge(int offset) {
        return new RefusedFile(
                "SCP-019", offset, "samples must fit into 32 bits but did not; export the recording again");
    }
}
