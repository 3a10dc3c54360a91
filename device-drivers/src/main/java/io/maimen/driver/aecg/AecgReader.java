package io.maimen.driver.aecg;

import io.maimen.driver.recording.EcgRecording;
import io.maimen.driver.recording.RecordedLead;
import io.maimen.driver.recording.RefusedFile;
import io.maimen.driver.result.ReportedResult;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.time.DeviceTime;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one file. A document type is refused, so no entity is ever followed. Lives for one file, confined to one thread. */
final class AecgReader {
    private static final int DEEPEST = 64;
    private static final BigDecimal LEAST_INTERVAL_MICROS = BigDecimal.TEN;
    private static final BigDecimal LONGEST_INTERVAL_MICROS = BigDecimal.valueOf(1_000_000_000L);

    private final Bytes file;
    private final ZoneId place;
    private final Deque<String> open = new ArrayDeque<>();
    private final List<SequenceSet> sets = new ArrayList<>();
    private final FoundFields fields;
    private String patient = "";
    private String seriesCode = "";
    private String seriesBegin = "";
    private Sequence sequence = new Sequence();
    private SequenceSet set = new SequenceSet("");

    AecgReader(Bytes file, ZoneId place) {
        this.file = file;
        this.place = place;
        fields = new FoundFields(file);
    }

    EcgRecording read() throws RefusedFile {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file.toArray()));
            try {
                elements(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharacterOffset());
            throw new RefusedFile(
                    "AEC-001",
                    Math.min(offset, file.size()),
                    "file must be well-formed XML but was not; copy it again");
        }
        return recording();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void elements(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new RefusedFile("AEC-002", 0, "file must have no document type but had one");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(open.pop());
            }
        }
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException, RefusedFile {
        String parent = open.isEmpty() ? "" : open.peek();
        String name = xml.getLocalName();
        if ((open.isEmpty() && !name.equals("AnnotatedECG")) || open.size() == DEEPEST) {
            throw new RefusedFile("AEC-003", 0, "file must be an AnnotatedECG, at most 64 deep, but was " + name);
        }
        open.push(name);
        // What a computer derived, averaged beats for one, has sequences too: they are no recording.
        if (open.contains("derivation") || open.contains("annotationSet")) {
            return;
        }
        switch (parent + "/" + name) {
            case "trialSubject/id" -> {
                if (patient.isEmpty()) {
                    patient = fields.add("patient id", attribute(xml, "extension"));
                }
            }
            case "series/code" -> seriesCode = attribute(xml, "code");
            case "effectiveTime/low" -> {
                if (open.stream().skip(2).findFirst().equals(Optional.of("series"))) {
                    seriesBegin = attribute(xml, "value");
                }
            }
            case "sequence/code" -> sequence.code(attribute(xml, "code"));
            case "value/head", "value/increment", "value/origin", "value/scale" ->
                sequence.part(name, attribute(xml, "value"), attribute(xml, "unit"));
            case "value/digits" -> {
                sequence.digits(xml.getElementText());
                open.pop(); // the text was read to the element's end
            }
            default -> {
                if (name.equals("series")) {
                    seriesCode = "";
                    seriesBegin = "";
                } else if (name.equals("sequenceSet")) {
                    set = new SequenceSet(seriesBegin);
                } else if (name.equals("sequence")) {
                    sequence = new Sequence();
                }
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        return Optional.ofNullable(xml.getAttributeValue("", name)).orElse("").strip();
    }

    private void end(String name) {
        boolean derived = open.contains("derivation") || open.contains("annotationSet");
        if (name.equals("sequence") && !derived) {
            set.add(sequence);
        } else if (name.equals("sequenceSet") && !derived && (seriesCode.isEmpty() || seriesCode.equals("RHYTHM"))) {
            sets.add(set);
        }
    }

    private EcgRecording recording() throws RefusedFile {
        List<RecordedLead> leads = new ArrayList<>();
        Optional<DeviceTime> begin = Optional.empty();
        BigDecimal interval = BigDecimal.ZERO;
        for (SequenceSet each : sets) {
            Optional<DeviceTime> start = each.startedAt(place);
            if (leads.isEmpty()) {
                begin = start;
                interval = each.intervalMicros();
            }
            if (each.intervalMicros().compareTo(interval) != 0) {
                throw new RefusedFile(
                        "AEC-010",
                        0,
                        "all sequences must have one interval but had " + interval + " us and "
                                + each.intervalMicros());
            }
            long first = leads.isEmpty() ? 0 : samplesBetween(begin, start, interval);
            for (Sequence lead : each.leads()) {
                fields.add("lead " + lead.lead().name(), lead.code());
                leads.add(new RecordedLead(lead.lead(), first, lead.millivoltsPerStep(), lead.samples()));
            }
        }
        check(leads, interval);
        return new EcgRecording(begin, ReportedResult.specimen(patient), interval, leads, fields.found());
    }

    private static long samplesBetween(Optional<DeviceTime> begin, Optional<DeviceTime> start, BigDecimal interval)
            throws RefusedFile {
        long micros = begin.isPresent() && start.isPresent()
                ? begin.get().instant().until(start.get().instant(), ChronoUnit.MICROS)
                : -1;
        BigDecimal[] samples = BigDecimal.valueOf(micros).divideAndRemainder(interval);
        if (micros < 0 || samples[1].signum() != 0) {
            throw new RefusedFile(
                    "AEC-011",
                    0,
                    "sequence sets must follow the first by a whole number of samples, by their own times, but one did"
                            + " not; export them as files of their own");
        }
        return samples[0].longValueExact();
    }

    private static void check(List<RecordedLead> leads, BigDecimal interval) throws RefusedFile {
        long different = leads.stream()
                .map(lead -> lead.lead().name() + " " + lead.firstSample())
                .distinct()
                .count();
        if (leads.isEmpty() || different < leads.size()) {
            throw new RefusedFile(
                    "AEC-004",
                    0,
                    "file must hold a rhythm with a lead or more, none twice, but held " + leads.size()
                            + " leads; export the whole recording");
        }
        if (interval.compareTo(LEAST_INTERVAL_MICROS) < 0 || interval.compareTo(LONGEST_INTERVAL_MICROS) > 0) {
            throw new RefusedFile("AEC-006", 0, "increment must be 10 us to 1000 s but was " + interval + " us");
        }
    }

    /** Fields by what they say, looked up in the file's bytes. Confined to one thread. */
    private static final class FoundFields {
        private final String bytes;
        private final List<FrameField> found = new ArrayList<>();

        FoundFields(Bytes file) {
            bytes = new String(file.toArray(), StandardCharsets.ISO_8859_1);
        }

        /** Notes where an attribute says {@code value}, and gives it back. */
        String add(String name, String value) {
            String searched =
                    new String(("\"" + value + "\"").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            int at = bytes.indexOf(searched);
            if (at >= 0 && !value.isEmpty()) {
                found.add(new FrameField(name, value, "", at + 1, searched.length() - 2));
            }
            return value;
        }

        List<FrameField> found() {
            return List.copyOf(found);
        }
    }
}
