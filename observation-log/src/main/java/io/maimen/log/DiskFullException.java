package io.maimen.log;

import java.io.IOException;

/** A write failed because the disk, or the quota on it, is full. */
public final class DiskFullException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The disk is full; the text says how much was asked for. */
    public DiskFullException(String text) {
        super(text);
    }

    /** The disk is full, as the operating system's error says. */
    public DiskFullException(String text, Throwable cause) {
        super(text, cause);
    }
}
