package io.maimen.driver.poct1a;

import io.maimen.observation.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The messages a host sends (POCT1-A2 appendix B). Stateless. */
final class HostMessage {
    private HostMessage() {}

    /** AA where what it answers was stored, AE where it must be sent again. */
    static Bytes acknowledgement(long controlId, Instant at, String answered, boolean stored) {
        return message(
                "ACK.R01",
                controlId,
                at,
                "<ACK><ACK.type_cd V=\"" + (stored ? "AA" : "AE") + "\" /><ACK.ack_control_id V=\"" + escaped(answered)
                        + "\" /></ACK>");
    }

    /** Asks for the observations that wait. */
    static Bytes requestObservations(long controlId, Instant at) {
        return message("REQ.R01", controlId, at, "<REQ><REQ.request_cd V=\"ROBS\" /></REQ>");
    }

    /** Asks the device to send every new observation by itself. */
    static Bytes startContinuous(long controlId, Instant at) {
        return message("DTV.R01", controlId, at, "<DTV><DTV.command_cd V=\"START_CONTINUOUS\" /></DTV>");
    }

    private static Bytes message(String type, long controlId, Instant at, String body) {
        String created = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
        String text = "<?xml version=\"1.0\" encoding=\"utf-8\"?><" + type + "><HDR><HDR.message_type V=\"" + type
                + "\" /><HDR.control_id V=\"" + controlId + "\" /><HDR.version_id V=\"POCT1\" /><HDR.creation_dttm V=\""
                + created + "\" /></HDR>" + body + "</" + type + ">";
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("\"", "&quot;")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
