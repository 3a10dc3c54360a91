package io.maimen.simulator.clinic;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.clinic.Clinic.Login;
import io.maimen.simulator.query.ServerClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is entered before the first reading: places, those who care, those who are cared for, and whose is which slot of
 * which cuff. All of it goes through the API that the page uses too. Confined to one thread.
 *
 * @param password of every account made here
 */
record Opening(Community community, Clinic clinic, String password) {
    /** Enters places and clinicians, as the administrator. */
    void places() throws SimulatorException, InterruptedException {
        ServerClient administrator = clinic.server();
        try {
            Stream<Place> places = Stream.concat(
                    community.above().stream(), community.sites().stream().map(Site::place));
            for (Place place : places.toList()) {
                administrator.post("/api/organisations", json(place));
            }
            for (Clinician clinician : community.clinicians()) {
                administrator.post("/api/users", json(clinician).put("password", password));
            }
        } catch (IOException e) {
            throw new SimulatorException("SIM-037 places and people must be entered but were not: " + e, e);
        }
    }

    /** Enters residents and slots, as the village doctor; gives the residents' ids as patients. */
    Map<Resident, String> residents() throws SimulatorException, InterruptedException {
        Map<Resident, String> patients = new LinkedHashMap<>();
        if (community.devices().stream().allMatch(device -> device.wearers().isEmpty())) {
            return patients;
        }
        ServerClient doctor = clinic.server(villageDoctor());
        try {
            for (Site site : community.sites()) {
                for (SimulatedDevice device : site.devices()) {
                    for (int i = 0; i < device.wearers().size(); i++) {
                        Resident wearer = device.wearers().get(i);
                        String patient = doctor.post("/api/patients", json(wearer, site.place()))
                                .getString("id");
                        patients.put(wearer, patient);
                        doctor.post(
                                "/api/devices/" + encoded(device.id().toString()) + "/slots",
                                new JsonObject().put("slot", i + 1).put("patient", patient));
                    }
                }
            }
            return patients;
        } catch (IOException e) {
            throw new SimulatorException("SIM-037 residents must be entered but were not: " + e, e);
        }
    }

    private Login villageDoctor() {
        return community.clinicians().stream()
                .filter(clinician -> clinician.role().equals("village-doctor"))
                .findFirst()
                .map(clinician -> new Login(clinician.username(), password))
                .orElseThrow(() -> new IllegalArgumentException("clinicians must hold a village doctor"));
    }

    private static JsonObject json(Place place) {
        return new JsonObject()
                .put("id", place.organisation())
                .put("parent", place.parent())
                .put("name", new JsonObject().put("zh", place.zh()).put("en", place.en()))
                .put("kind", place.kind());
    }

    private static JsonObject json(Clinician clinician) {
        return new JsonObject()
                .put("username", clinician.username())
                .put("displayName", clinician.displayName())
                .put("role", clinician.role())
                .put("organisation", clinician.organisation());
    }

    private static JsonObject json(Resident resident, Place place) {
        List<JsonObject> identifiers = List.of(
                new JsonObject().put("system", "national-id").put("value", resident.nationalId()),
                new JsonObject().put("system", "clinic-number").put("value", resident.clinicNumber()));
        return new JsonObject()
                .put("name", resident.name())
                .put("sex", resident.sex())
                .put("birthDate", resident.birthDate())
                .put("identifiers", new JsonArray(identifiers))
                .put("organisation", place.organisation())
                .put("simulated", true);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
