package io.maimen.simulator.clinic;

/**
 * A program that a test may kill: the server, or a gateway by its id.
 *
 * @param name also names its log
 */
public record Part(String name) {
    public static final Part SERVER = new Part("server");

    /** The gateway of a site. */
    public static Part gateway(Site site) {
        return new Part(site.gateway());
    }

    @Override
    public String toString() {
        return name;
    }
}
