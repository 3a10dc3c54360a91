package io.maimen.simulator.clinic;

/**
 * Somebody who cares, with an account.
 *
 * @param role as the API spells it
 * @param organisation the id of the organisation whose tree they see
 */
public record Clinician(String username, String displayName, String role, String organisation) {}
