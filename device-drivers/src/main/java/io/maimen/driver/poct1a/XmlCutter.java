package io.maimen.driver.poct1a;

import io.maimen.driver.DecodeError;
import io.maimen.observation.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts XML messages out of a stream that has neither lengths nor terminators: a message ends where its root element does
 * (POCT1-A2 section 5). Looks only at the brackets; a document type ends the message, since none may carry entities. After
 * what could not be read everything is passed over up to the next {@code <?xml} or root such as {@code <OBS.R0}. Bounded
 * memory. Confined to one thread.
 */
final class XmlCutter {
    private static final Pattern DECLARATION = Pattern.compile("<\\?xml$");
    private static final Pattern ROOT = Pattern.compile("<[A-Z]{3}\\.R0$");
    private static final int BEGINNING_LENGTH = 7;

    private final int maxBytes;
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private Place place = Place.BETWEEN;
    private char quote;
    private int depth;
    private String passedOver = "";
    private byte before;
    private byte beforeThat;

    private enum Place {
        /** Between messages; blanks are passed over. */
        BETWEEN,
        /** After something that is no message, until the next declaration. */
        LOST,
        TEXT,
        /** Right after an opening bracket. */
        OPENED,
        START_TAG,
        QUOTED,
        END_TAG,
        INSTRUCTION,
        /** After an opening bracket and an exclamation mark: a comment, or what is not allowed. */
        DECLARED,
        COMMENT
    }

    /** What was found: a message, or bytes that are none with the reason. Immutable. */
    record Cut(Bytes bytes, Optional<DecodeError> error) {}

    XmlCutter(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** What this byte completes. */
    Optional<Cut> read(byte value) {
        if (place == Place.LOST) {
            lookForBeginning(value);
            return Optional.empty();
        }
        if (place == Place.BETWEEN && (value <= ' ' && value >= 0)) {
            return Optional.empty();
        }
        message.write(value);
        boolean complete = follow(value);
        beforeThat = before;
        before = value;
        if (complete) {
            return Optional.of(new Cut(take(Place.BETWEEN), Optional.empty()));
        }
        if (place == Place.LOST) {
            return refused("POC-041", "message must be one XML element without a document type");
        }
        return message.size() == maxBytes
                ? refused("POC-042", "message must be shorter than " + maxBytes + " bytes")
                : Optional.empty();
    }

    /** What the end of the stream, or a long silence, leaves. */
    Optional<Cut> end() {
        return message.size() == 0 ? Optional.empty() : refused("POC-043", "message must be whole but was cut off");
    }

    boolean isEmpty() {
        return message.size() == 0;
    }

    /** Moves on by one byte; true when the root element ends with it. */
    private boolean follow(byte value) {
        switch (place) {
            case BETWEEN -> place = value == '<' ? Place.OPENED : Place.LOST;
            case TEXT -> place = value == '<' ? Place.OPENED : place;
            case OPENED -> place = opened(value);
            case START_TAG -> {
                if (value == '"' || value == '\'') {
                    quote = (char) value;
                    place = Place.QUOTED;
                } else if (value == '>') {
                    depth += before == '/' ? 0 : 1;
                    place = Place.TEXT;
                    return depth == 0;
                }
            }
            case QUOTED -> place = value == quote ? Place.START_TAG : place;
            case END_TAG -> {
                if (value == '>') {
                    depth--;
                    place = depth < 0 ? Place.LOST : Place.TEXT;
                    return depth == 0;
                }
            }
            case INSTRUCTION -> place = value == '>' && before == '?' ? Place.TEXT : place;
            case DECLARED -> place = value == '-' ? commentOr(place) : Place.LOST;
            case COMMENT -> place = value == '>' && before == '-' && beforeThat == '-' ? Place.TEXT : place;
            case LOST -> throw new IllegalStateException("nothing is followed while lost");
        }
        return false;
    }

    private Place opened(byte value) {
        return switch (value) {
            case '/' -> Place.END_TAG;
            case '?' -> Place.INSTRUCTION;
            case '!' -> Place.DECLARED;
            default -> Character.isLetter(value) || value == '_' || value < 0 ? Place.START_TAG : Place.LOST;
        };
    }

    private Place commentOr(Place other) {
        return before == '-' ? Place.COMMENT : other;
    }

    private Optional<Cut> refused(String code, String reason) {
        int offset = Math.max(0, message.size() - 1);
        return Optional.of(new Cut(take(Place.LOST), Optional.of(new DecodeError(code, offset, reason))));
    }

    private Bytes take(Place next) {
        Bytes bytes = Bytes.of(message.toByteArray());
        message.reset();
        place = next;
        depth = 0;
        passedOver = "";
        return bytes;
    }

    private void lookForBeginning(byte value) {
        String seen = passedOver + (char) (value & 0xFF);
        passedOver = seen.substring(Math.max(0, seen.length() - BEGINNING_LENGTH));
        boolean declaration = DECLARATION.matcher(passedOver).find();
        if (declaration || ROOT.matcher(passedOver).find()) {
            byte[] begun = passedOver.substring(passedOver.lastIndexOf('<')).getBytes(StandardCharsets.ISO_8859_1);
            message.write(begun, 0, begun.length);
            place = declaration ? Place.INSTRUCTION : Place.START_TAG;
            before = value;
        }
    }
}
