package io.maimen.ingest.web;

import io.maimen.ingest.query.PatientQuery;
import io.maimen.ingest.register.Bindings;
import io.maimen.ingest.register.HandEntry;
import io.maimen.ingest.register.Patients;
import io.maimen.ingest.register.Visible;

/** What the routes about patients and bindings ask. Immutable. */
public record PatientParts(
        PatientQuery query, Patients patients, HandEntry handEntry, Bindings bindings, Visible visible) {}
