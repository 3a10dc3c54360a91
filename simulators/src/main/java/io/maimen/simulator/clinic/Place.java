package io.maimen.simulator.clinic;

/**
 * Where a gateway stands, as the server's organisation tree has it.
 *
 * @param organisation its id in the tree
 * @param parent the id of the organisation above
 * @param kind such as {@code village} or {@code home}
 */
public record Place(String organisation, String parent, String zh, String en, String kind) {}
