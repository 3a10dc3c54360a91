package io.maimen.driver.scp;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.observation.code.EcgLead;
import java.util.ArrayList;
import java.util.List;

/**
 * A lead of section 3 (ISO 11073-91064): which it is and which samples of the recording it has. Immutable.
 *
 * @param first its first sample, from 1
 * @param last its last sample, not before {@code first}
 * @param offset of its row in the file
 */
record LeadSpan(EcgLead lead, long first, long last, int offset) {
    private static final int MOST_SAMPLES = 1 << 24;
    /** First and last sample, and the lead's number. */
    static final int BYTES = 9;

    /** What the section says: its leads, and whether a beat that all others resemble was subtracted. */
    record Table(List<LeadSpan> leads, boolean beatSubtracted) {
        Table {
            leads = List.copyOf(leads);
        }
    }

    int samples() {
        return (int) (last - first + 1);
    }

    static Table read(SectionReader section) throws RefusedFile {
        int count = section.unsigned8();
        int flags = section.unsigned8();
        List<LeadSpan> leads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leads.add(lead(section));
        }
        if (leads.isEmpty() || leads.stream().map(LeadSpan::lead).distinct().count() < leads.size()) {
            throw new RefusedFile(
                    "SCP-014", section.position(), "file must have one lead or more, none twice, but had " + leads);
        }
        return new Table(leads, (flags & 1) != 0);
    }

    private static LeadSpan lead(SectionReader section) throws RefusedFile {
        int at = section.position();
        long first = section.unsigned32();
        long last = section.unsigned32();
        int number = section.unsigned8();
        if (first < 1 || last < first || last - first >= MOST_SAMPLES) {
            throw new RefusedFile(
                    "SCP-015",
                    at,
                    "a lead must have a first sample from 1 and a last not before it but had " + first + " to " + last);
        }
        EcgLead lead = EcgLead.numbered(number)
                .orElseThrow(() -> new RefusedFile(
                        "SCP-016",
                        at + BYTES - 1,
                        "lead must be one with a name but was " + number
                                + "; set the cart to export the standard leads"));
        return new LeadSpan(lead, first, last, at);
    }
}
