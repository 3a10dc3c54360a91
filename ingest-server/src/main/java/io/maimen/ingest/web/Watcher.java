package io.maimen.ingest.web;

import io.maimen.ingest.clinical.ChangedAlert;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Organisations;
import io.maimen.ingest.series.GatewaySet;
import io.maimen.ingest.series.LastContact;

/**
 * What the listener of an event stream may see. Thread-safe; does not block.
 *
 * <p>Streams stay open for hours while places are added: an alert is looked for in the tree as it is when the alert comes.
 * A gateway's signs of life wait for the next renewal, some seconds: nobody acts on them.
 *
 * @param top the listener's own organisation
 * @param gateways those entered for it when this was made
 */
record Watcher(OrganisationId top, Organisations organisations, GatewaySet gateways) {
    boolean sees(ChangedAlert alert) {
        return organisations.holds(top, alert.organisation());
    }

    boolean sees(LastContact contact) {
        return gateways.contains(contact.gateway());
    }
}
