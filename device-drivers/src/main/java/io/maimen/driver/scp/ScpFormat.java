package io.maimen.driver.scp;

import io.maimen.driver.recording.EcgRecording;
import io.maimen.driver.recording.RecordedLead;
import io.maimen.driver.recording.RecordingFormat;
import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Samples;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads the leads of an SCP-ECG file to the sample, or refuses it. Stateless. */
final class ScpFormat implements RecordingFormat {
    private static final int NANO_TO_MILLI = 6;

    @Override
    public EcgRecording read(Bytes bytes, ZoneId place) throws RefusedFile {
        ScpFile file = ScpFile.read(bytes);
        Optional<SectionReader> first = file.section(ScpFile.ACQUISITION);
        Acquisition acquisition = first.isPresent() ? Acquisition.read(first.get(), place) : Acquisition.unknown();
        LeadSpan.Table table = LeadSpan.read(file.required(ScpFile.LEADS));
        Optional<SectionReader> coding = file.section(ScpFile.HUFFMAN);
        Optional<HuffmanTables> tables =
                coding.isPresent() ? Optional.of(HuffmanTables.read(coding.get())) : Optional.empty();
        SignalSection rhythm = SignalSection.read(
                file.required(ScpFile.RHYTHM),
                table.leads().stream().map(LeadSpan::samples).toList(),
                tables);
        List<RecordedLead> leads =
                table.beatSubtracted() ? restored(file, table.leads(), rhythm, tables) : plain(table.leads(), rhythm);
        List<FrameField> fields = new ArrayList<>(ScpHeaderDecoder.fields(file.header()));
        fields.addAll(acquisition.fields());
        fields.addAll(fields(table.leads(), rhythm));
        return new EcgRecording(
                acquisition.startedAt(),
                acquisition.patient(),
                BigDecimal.valueOf(rhythm.intervalMicros()),
                leads,
                fields);
    }

    private static List<RecordedLead> plain(List<LeadSpan> spans, SignalSection rhythm) {
        List<RecordedLead> leads = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            leads.add(
                    lead(spans.get(i), rhythm.nanovoltsPerStep(), rhythm.leads().get(i)));
        }
        return leads;
    }

    /** With steps that both the rest and the beat are whole numbers of. */
    private static List<RecordedLead> restored(
            ScpFile file, List<LeadSpan> spans, SignalSection rhythm, Optional<HuffmanTables> tables)
            throws RefusedFile {
        ReferenceBeats beats = ReferenceBeats.read(file.required(ScpFile.REFERENCE_PLACES));
        List<Integer> counts = Collections.nCopies(spans.size(), beats.samples(rhythm.intervalMicros()));
        SignalSection beat = SignalSection.read(file.required(ScpFile.REFERENCE_BEAT), counts, tables);
        if (beat.intervalMicros() != rhythm.intervalMicros()) {
            throw new RefusedFile(
                    "SCP-022",
                    beat.offset() + 2,
                    "the reference beat must have the rhythm's interval of " + rhythm.intervalMicros() + " us but had "
                            + beat.intervalMicros() + "; set the cart to export without reference beat");
        }
        int step = BigInteger.valueOf(rhythm.nanovoltsPerStep())
                .gcd(BigInteger.valueOf(beat.nanovoltsPerStep()))
                .intValueExact();
        List<RecordedLead> leads = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            try {
                Samples samples = beats.restored(
                        spans.get(i),
                        rhythm.leads().get(i),
                        rhythm.nanovoltsPerStep() / step,
                        beat.leads().get(i),
                        beat.nanovoltsPerStep() / step);
                leads.add(lead(spans.get(i), step, samples));
            } catch (ArithmeticException e) {
                throw SignalSection.tooLarge(spans.get(i).offset());
            }
        }
        return leads;
    }

    private static RecordedLead lead(LeadSpan span, int nanovoltsPerStep, Samples samples) {
        BigDecimal millivolts =
                BigDecimal.valueOf(nanovoltsPerStep, NANO_TO_MILLI).stripTrailingZeros();
        return new RecordedLead(
                span.lead(), span.first() - 1, millivolts.scale() < 0 ? millivolts.setScale(0) : millivolts, samples);
    }

    private static List<FrameField> fields(List<LeadSpan> spans, SignalSection rhythm) {
        List<FrameField> fields = new ArrayList<>();
        for (LeadSpan span : spans) {
            String samples = span.first() + " to " + span.last();
            fields.add(new FrameField("lead " + span.lead().name(), samples, "", span.offset(), LeadSpan.BYTES));
        }
        fields.add(new FrameField("step", Integer.toString(rhythm.nanovoltsPerStep()), "nV", rhythm.offset(), 2));
        fields.add(new FrameField("interval", Integer.toString(rhythm.intervalMicros()), "us", rhythm.offset() + 2, 2));
        return fields;
    }
}
