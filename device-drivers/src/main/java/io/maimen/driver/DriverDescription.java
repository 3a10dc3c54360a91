package io.maimen.driver;

/**
 * What a driver says of itself to people who choose a device: the list of supported devices is made of these. Plain words with
 * Markdown's links and code marks. Immutable.
 *
 * @param devices makers, models, what is known of them and what is not
 * @param connection how they are connected
 * @param acknowledgement why its {@link AcknowledgementClass} is what it is; empty where the class says it all
 * @param specification what the bytes were read by
 * @param evidence what it was tested against, and what it never met
 */
public record DriverDescription(
        String devices, String connection, String acknowledgement, String specification, String evidence) {
    public DriverDescription {
        for (String part : new String[] {devices, connection, specification, evidence}) {
            if (part.isBlank() || part.contains("|") || part.contains("\n")) {
                throw new IllegalArgumentException(
                        "DEC-023 a driver's description must be one line without | but was '" + part + "'");
            }
        }
    }
}
