package io.maimen.simulator.clinic;

import io.maimen.simulator.SimulatorException;
import io.maimen.simulator.query.ServerClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Does what an administrator and a technician do together: enters each gateway, and enrols it with its code. */
record Enrolment(MaimenHome home, ClinicFiles files, ProcessGuard guard) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Enrols those that are not yet, all at a time. */
    void enrol(List<Site> sites, ServerClient server) throws SimulatorException, InterruptedException {
        Map<Site, Program> enrolling = new LinkedHashMap<>();
        for (Site site : sites) {
            if (!Files.exists(files.certificate(site))) {
                enrolling.put(site, begin(site, code(site, server)));
            }
        }
        for (Map.Entry<Site, Program> each : enrolling.entrySet()) {
            if (!each.getValue().awaitEnd(PATIENCE) || !Files.exists(files.certificate(each.getKey()))) {
                throw new SimulatorException("SIM-035 gateway " + each.getKey().gateway()
                        + " must be enrolled but was not; read its log in " + files.directory());
            }
        }
    }

    private Program begin(Site site, String code) throws SimulatorException {
        List<String> command = MaimenHome.java(64, home.enrolment(code, files.gatewayConfiguration(site)));
        return Program.start("enrol " + site.gateway(), command, files.log("enrol-" + site.gateway()), guard);
    }

    private static String code(Site site, ServerClient server) throws SimulatorException, InterruptedException {
        try {
            server.post(
                    "/api/gateways",
                    new JsonObject()
                            .put("id", site.gateway())
                            .put("organisation", site.place().organisation()));
            return server.post("/api/gateways/" + site.gateway() + "/code", new JsonObject())
                    .getString("code");
        } catch (IOException e) {
            throw new SimulatorException("SIM-035 gateway " + site.gateway() + " must be entered but was not: " + e, e);
        }
    }
}
