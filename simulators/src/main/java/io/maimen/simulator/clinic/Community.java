package io.maimen.simulator.clinic;

import java.util.List;

/**
 * Everybody and everything of a demonstration.
 *
 * @param above places without a gateway, those higher up first
 * @param clinicians at least one of them a village doctor, who enters the residents
 */
public record Community(List<Place> above, List<Site> sites, List<Clinician> clinicians) {
    public Community {
        above = List.copyOf(above);
        sites = List.copyOf(sites);
        clinicians = List.copyOf(clinicians);
    }

    /** Every device of every site. */
    public List<SimulatedDevice> devices() {
        return sites.stream().flatMap(site -> site.devices().stream()).toList();
    }
}
