package io.maimen.ingest.web;

import io.maimen.ingest.clinical.ChangedAlert;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.series.GatewaySet;
import io.maimen.ingest.series.LastContact;

/** What the listener of an event stream may see at present. Immutable. */
record Watcher(Scope scope, GatewaySet gateways) {
    boolean sees(ChangedAlert alert) {
        return scope.sees(alert.organisation());
    }

    boolean sees(LastContact contact) {
        return gateways.contains(contact.gateway());
    }
}
