package io.maimen.gateway.config;

import java.util.List;

/** A configuration cannot be used; the message has one line for each mistake. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** At least one problem, each with its code. */
    public ConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line for each mistake, in the order of the file as far as known. */
    public List<String> problems() {
        return problems;
    }
}
