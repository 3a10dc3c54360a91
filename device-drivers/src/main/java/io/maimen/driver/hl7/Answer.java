package io.maimen.driver.hl7;

import io.maimen.observation.Bytes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a message is answered with (HL7 v2.6 section 2.9): in original mode AA, AE or AR; in enhanced mode an accept and an
 * application acknowledgement, each if its sender asks for it. Immutable.
 *
 * @param fields of the message's header that the answer repeats, as sent
 */
record Answer(List<Hl7Text.Field> fields, char separator) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    /** How it went; letters as in MSA-1, errors as table 0357 numbers them. */
    enum Outcome {
        STORED('A', ""),
        NOT_STORED('E', "207^Application internal error^HL70357"),
        MALFORMED('R', "207^Application internal error^HL70357"),
        UNSUPPORTED('R', "200^Unsupported message type^HL70357");

        private final char letter;
        private final String error;

        Outcome(char letter, String error) {
            this.letter = letter;
            this.error = error;
        }
    }

    static Answer to(Hl7Message message) {
        Hl7Text text = message.text();
        return new Answer(
                text.fields(text.segments().get(0)),
                text.segments().get(0).text().charAt(3));
    }

    /**
     * The frames to send; none where the sender wants none.
     *
     * @param number of this answer within its connection
     */
    List<Bytes> frames(Outcome outcome, Instant at, long number) {
        String accept = field(15);
        String application = field(16);
        List<Bytes> frames = new ArrayList<>();
        boolean original = accept.isEmpty() && application.isEmpty();
        if (!original && wanted(accept, outcome)) {
            frames.add(frame('C', outcome, at, number));
        }
        if (original || wanted(application, outcome)) {
            frames.add(frame('A', outcome, at, number));
        }
        return frames;
    }

    /** MSH-15 and MSH-16, table 0155: always, never, only errors, only success. */
    private static boolean wanted(String condition, Outcome outcome) {
        return switch (condition) {
            case "NE", "" -> false;
            case "ER" -> outcome != Outcome.STORED;
            case "SU" -> outcome == Outcome.STORED;
            default -> true;
        };
    }

    private Bytes frame(char mode, Outcome outcome, Instant at, long number) {
        String trigger = field(9).contains("^") ? field(9).split("\\^", -1)[1] : "";
        String type = trigger.isEmpty() ? "ACK" : "ACK^" + trigger + "^ACK";
        String time = TIME.format(at);
        String id = (time.substring(0, 14) + mode + number);
        List<String> header = List.of(
                "MSH" + separator + field(2),
                field(5),
                field(6),
                field(3),
                field(4),
                time,
                "",
                type,
                id,
                field(11),
                field(12));
        StringBuilder message = new StringBuilder(String.join(String.valueOf(separator), header)).append('\r');
        message.append("MSA")
                .append(separator)
                .append(mode)
                .append(outcome.letter)
                .append(separator)
                .append(field(10));
        message.append('\r');
        if (!outcome.error.isEmpty()) {
            String empty = String.valueOf(separator).repeat(3);
            message.append("ERR")
                    .append(empty)
                    .append(outcome.error)
                    .append(separator)
                    .append("E\r");
        }
        return MllpFrame.of(message.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What follows a control character was not meant to be a part of the header. */
    private String field(int number) {
        return fields.stream()
                .filter(field -> field.number() == number)
                .map(field -> field.text().split("\\p{Cntrl}", 2)[0])
                .findFirst()
                .orElse("");
    }
}
