package io.maimen.driver.polar;

import java.util.List;

/** How a command went, 0 to 255 (Polar Measurement Data specification, "Error codes"). */
record ResponseStatus(int number) {
    static final ResponseStatus ALREADY_IN_STATE = new ResponseStatus(6);
    static final ResponseStatus INVALID_MTU = new ResponseStatus(10);

    private static final List<String> WORDS = List.of(
            "success",
            "invalid op code",
            "invalid measurement type",
            "not supported",
            "invalid length",
            "invalid parameter",
            "already in state",
            "invalid resolution",
            "invalid sample rate",
            "invalid range",
            "invalid mtu",
            "invalid number of channels",
            "invalid state",
            "device in charger",
            "disk full");

    boolean isSuccess() {
        return number == 0;
    }

    /** In the document's words; its number where that came after them. */
    String word() {
        return number < WORDS.size() ? WORDS.get(number) : "status " + number;
    }
}
