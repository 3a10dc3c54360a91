package io.maimen.driver.scp;

import io.maimen.driver.recording.RefusedFile;
import io.maimen.driver.result.ReportedResult;
import io.maimen.driver.result.ReportedTime;
import io.maimen.observation.FrameField;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Section 1 (ISO 11073-91064): whose ECG by the cart's keyboard, and when. Immutable.
 *
 * @param startedAt empty where date or time are missing, impossible or from a clock never set
 */
record Acquisition(Optional<DeviceTime> startedAt, Optional<SpecimenId> patient, List<FrameField> fields) {
    private static final int PATIENT = 2;
    private static final int DEVICE = 14;
    private static final int DATE = 25;
    private static final int TIME = 26;
    private static final int ZONE = 34;
    private static final int END = 255;
    private static final int MODEL_AT = 8;
    private static final int UNKNOWN_ZONE = 0x7FFF;

    Acquisition {
        fields = List.copyOf(fields);
    }

    /** A section that is being read. Confined to one thread. */
    private static final class Tags {
        private final List<FrameField> fields = new ArrayList<>();
        private String patient = "";
        private String date = "";
        private String time = "";
        private String zone = "";

        void read(int tag, SectionReader value, int length) throws RefusedFile {
            int at = value.position();
            String text = "";
            String name = "";
            switch (tag) {
                case PATIENT -> {
                    name = "patient id";
                    text = patient = value.text();
                }
                case DEVICE -> {
                    name = "device";
                    value.skip(Math.min(MODEL_AT, length));
                    text = value.part(Math.min(6, value.remaining())).text();
                }
                case DATE -> {
                    name = "date";
                    text = date = String.format(
                            Locale.ROOT, "%04d-%02d-%02d", value.unsigned16(), value.unsigned8(), value.unsigned8());
                }
                case TIME -> {
                    name = "time";
                    text = time = String.format(
                            Locale.ROOT, "%02d:%02d:%02d", value.unsigned8(), value.unsigned8(), value.unsigned8());
                }
                case ZONE -> {
                    name = "time zone";
                    int minutes = value.signed16();
                    text = zone = minutes == UNKNOWN_ZONE ? "" : Integer.toString(minutes);
                }
                default -> {
                    return;
                }
            }
            fields.add(new FrameField(name, text, tag == ZONE ? "min" : "", at, length));
        }
    }

    static Acquisition read(SectionReader section, ZoneId place) throws RefusedFile {
        Tags tags = new Tags();
        while (section.remaining() > 0) {
            int tag = section.unsigned8();
            if (tag == END) {
                break;
            }
            int length = section.unsigned16();
            SectionReader value = section.part(length);
            if (length > 0) {
                tags.read(tag, value, length);
            }
        }
        Optional<DeviceTime> startedAt = ReportedTime.iso(tags.date + "T" + tags.time + offset(tags.zone), place);
        return new Acquisition(startedAt, ReportedResult.specimen(tags.patient), tags.fields);
    }

    /** As ISO 8601 writes it; empty where the file does not say. */
    private static String offset(String minutes) {
        try {
            return minutes.isEmpty()
                    ? ""
                    : ZoneOffset.ofTotalSeconds(60 * Integer.parseInt(minutes)).getId();
        } catch (DateTimeException e) {
            return "";
        }
    }

    /** Nothing is known. */
    static Acquisition unknown() {
        return new Acquisition(Optional.empty(), Optional.empty(), List.of());
    }
}
