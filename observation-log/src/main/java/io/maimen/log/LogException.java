package io.maimen.log;

import java.io.IOException;

/**
 * The log could not do what was asked. Checked, because every caller has someone to answer: a device gets NAK, a
 * publisher no PUBACK.
 */
public final class LogException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why; the code is the one of {@code docs/error-codes.md}. */
    public enum Reason {
        /** The disk is full. Appending goes on by itself when there is space again. */
        NO_SPACE("LOG-001"),
        /** The disk failed. The next append tries again, on a new segment. */
        IO("LOG-002"),
        /** The log has been closed. */
        CLOSED("LOG-003"),
        /** A record is larger than the log accepts. */
        TOO_LARGE("LOG-004"),
        /** Another process, or another part of this one, has the log open. */
        LOCKED("LOG-005"),
        /** A reader's position lies after the end of the log. */
        UNKNOWN_POSITION("LOG-006"),
        /** A segment was written by a newer version of this software. */
        UNKNOWN_VERSION("LOG-007");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The stable code, such as LOG-001. */
        public String code() {
            return code;
        }
    }

    private final Reason reason;

    LogException(Reason reason, String text) {
        super(reason.code() + " " + text);
        this.reason = reason;
    }

    LogException(Reason reason, String text, Throwable cause) {
        this(reason, text);
        initCause(cause);
    }

    /** What the failure of a disk means for what should have been done. */
    static LogException of(IOException cause, String done) {
        if (cause instanceof LogException already) {
            return already;
        }
        if (cause instanceof DiskFullException) {
            String text = "disk must have space to " + done + " but was full: " + cause.getMessage()
                    + "; make room, it then goes on by itself";
            return new LogException(Reason.NO_SPACE, text, cause);
        }
        return new LogException(
                Reason.IO, "disk must be able to " + done + " but was not: " + cause + "; check the disk", cause);
    }

    /** The typed reason, to decide what to answer. */
    public Reason reason() {
        return reason;
    }
}
