package io.maimen.driver.scp;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.Samples;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a beat that most others resemble was subtracted from the rhythm (ISO 11073-91064 section 4), and how it is put back. Immutable.
 *
 * @param fiducial the sample of the reference beat, from 1, that lies over a beat's own
 * @param places where it was subtracted
 */
record ReferenceBeats(int lengthMillis, int fiducial, List<Place> places) {
    private static final int REFERENCE_TYPE = 0;

    ReferenceBeats {
        places = List.copyOf(places);
    }

    /** Samples of the recording, from 1: first and last of the stretch, and the beat's fiducial between them. */
    record Place(long from, long fiducial, long to) {}

    static ReferenceBeats read(SectionReader section) throws RefusedFile {
        int lengthMillis = section.unsigned16();
        int fiducial = section.unsigned16();
        int beats = section.unsigned16();
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < beats; i++) {
            int type = section.unsigned16();
            Place place = new Place(section.unsigned32(), section.unsigned32(), section.unsigned32());
            if (type == REFERENCE_TYPE) {
                places.add(place);
            }
        }
        return new ReferenceBeats(lengthMillis, fiducial, places);
    }

    /** How many samples the reference beat has in every lead. */
    int samples(int intervalMicros) {
        return lengthMillis * 1000 / intervalMicros;
    }

    /**
     * The rhythm with the beat put back.
     *
     * @param rest what was left of the lead, in units of {@code restUnits}
     * @param beat the reference beat of the same lead, in units of {@code beatUnits}
     * @throws ArithmeticException where a sample does not fit into 32 bits
     */
    Samples restored(LeadSpan span, Samples rest, int restUnits, Samples beat, int beatUnits) throws RefusedFile {
        int[] samples = rest.stream()
                .map(sample -> Math.multiplyExact(sample, restUnits))
                .toArray();
        for (Place place : places) {
            long from = Math.max(place.from(), span.first());
            long to = Math.min(place.to(), span.last());
            for (long at = from; at <= to; at++) {
                long inBeat = fiducial + (at - place.fiducial()) - 1;
                if (inBeat < 0 || inBeat >= beat.size()) {
                    throw new RefusedFile(
                            "SCP-020",
                            span.offset(),
                            "a beat must lie within the reference beat's " + beat.size()
                                    + " samples but sample " + at + " would be its number " + inBeat
                                    + "; set the cart to export without reference beat");
                }
                int index = (int) (at - span.first());
                int more = Math.multiplyExact(beat.get((int) inBeat), beatUnits);
                samples[index] = Math.addExact(samples[index], more);
            }
        }
        return Samples.of(samples);
    }
}
