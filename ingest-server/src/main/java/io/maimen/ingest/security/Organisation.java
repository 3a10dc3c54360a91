package io.maimen.ingest.security;

import io.maimen.observation.code.BilingualText;
import java.util.Optional;

/**
 * A place that people, gateways and patients belong to. Immutable.
 *
 * @param parent empty for the root alone
 */
public record Organisation(
        OrganisationId id, Optional<OrganisationId> parent, BilingualText name, OrganisationKind kind) {}
