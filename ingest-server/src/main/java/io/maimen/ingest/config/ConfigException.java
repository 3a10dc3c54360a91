package io.maimen.ingest.config;

/** A setting that cannot be used. The message is one line: code, path, line, what must hold, what was, what is accepted. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The whole line, beginning with its code. */
    public ConfigException(String message) {
        super(message);
    }

    static ConfigException at(String code, String path, int line, String must, String was, String accepted) {
        return new ConfigException(code + " " + path + " (line " + line + ") must " + must + " but was " + was
                + "; accepted: " + accepted);
    }
}
