package io.maimen.driver.poct1a;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Poct1aProtocolTest {
    private static final String HELLO = message(
            "HEL.R01",
            1,
            "<DEV><DEV.device_id V='ACME^T^SN1'/><DEV.serial_id V='SN1'/><DCP><DCP.application_timeout V='45'/></DCP></DEV>");
    private static final String STATUS =
            message("DST.R01", 2, "<DST><DST.new_observations_qty V='1'/><DST.condition_cd V='R'/></DST>");
    private static final String HBA1C = observation("OBS", "48", "mmol/mol");
    private static final String END_OF_TOPIC = message("EOT.R01", 4, "<EOT><EOT.topic_cd V='OBS'/></EOT>");

    @Test
    void aDialogueFromHelloToTheEndOfItsObservations() {
        FakeSession session = open(Map.of("continuous", "true"));
        session.send(bytes(HELLO));
        assertEquals(List.of("ACK.R01 AA 1"), said(session));
        session.send(bytes(STATUS));
        assertEquals(List.of("ACK.R01 AA 1", "ACK.R01 AA 2", "REQ.R01 ROBS"), said(session));
        session.send(bytes(HBA1C)).send(bytes(END_OF_TOPIC));
        assertEquals(
                List.of("ACK.R01 AA 3", "ACK.R01 AA 4", "DTV.R01 START_CONTINUOUS"),
                said(session).subList(3, 6));
        Observation only = session.observations.get(0);
        assertEquals("loinc:59261-8", only.type().toString());
        assertEquals("P-17", only.source().specimen().orElseThrow().value());
        assertEquals(Set.of(), only.statuses());
    }

    @Test
    void whatCouldNotBeStoredStaysInTheDevice() {
        FakeSession session = open(Map.of());
        session.stores = false;
        session.send(bytes(HBA1C));
        assertEquals(List.of("ACK.R01 AE 3"), said(session));
    }

    @Test
    void theSameObservationAfterReconnectingIsTheSame() {
        FakeSession one = open(Map.of()).send(bytes(HELLO)).send(bytes(HBA1C));
        FakeSession two = new FakeSession(new Poct1aDriver(), Map.of(), "connection-2");
        two.connect().send(bytes(HELLO)).send(bytes(HBA1C.replace("control_id V='3'", "control_id V='9'")));
        assertEquals(one.observations.get(0).id(), two.observations.get(0).id());
    }

    @Test
    void aControlIsNeverAPatients() {
        FakeSession session = open(Map.of()).send(bytes(observation("LQC", "48", "mmol/mol")));
        assertEquals(
                Set.of(MeasurementStatus.QUALITY_CONTROL),
                session.observations.get(0).statuses());
    }

    /** Its header says 2006, its observation 2026: both stay, and the clock is not relied on. */
    @Test
    void aMessageOlderThanItsObservationHasASuspectClock() {
        FakeSession session = open(Map.of()).send(bytes(HBA1C.replace("2026-11-02T12:40", "2006-01-01T13:40")));
        assertEquals(
                Set.of(MeasurementStatus.DEVICE_CLOCK_UNSET),
                session.observations.get(0).statuses());
        assertTrue(session.observations.get(0).timing().deviceTime().isPresent());
    }

    @Test
    void anUnknownTestIsQuarantinedAndItsBytesAreSafe() {
        FakeSession session = open(Map.of()).send(bytes(HBA1C.replace("V='HbA1c'", "V='eAG'")));
        assertEquals("POC-051", session.rejects.get(0).error().code());
        assertEquals(List.of("ACK.R01 AA 3"), said(session));
    }

    @Test
    void aDocumentTypeIsRefusedAndTheNextMessageRead() {
        String entity =
                "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><OBS.R01>&e;</OBS.R01>";
        FakeSession session = open(Map.of()).send(bytes(entity)).send(bytes(HBA1C));
        assertEquals("POC-041", session.rejects.get(0).error().code());
        assertEquals(1, session.observations.size());
    }

    @Test
    void silenceEndsTheConnectionAfterTheDevicesOwnTimeout() {
        FakeSession session = open(Map.of()).send(bytes(HELLO)).elapse();
        assertEquals(List.of("the device said nothing for 45 s"), session.closed());
    }

    @Test
    void aRefusalBesideAnAcceptIsWrittenDown() {
        FakeSession session = open(Map.of())
                .send(bytes(message(
                        "ACK.R01",
                        5,
                        "<ACK><ACK.type_cd V='AA'/><ACK.ack_control_id V='2'/><ACK.error_detail_cd V='300'/></ACK>")));
        assertEquals("POC-054", session.rejects.get(0).error().code());
        assertEquals(List.of(), said(session), "an answer is not answered");
    }

    @Property(tries = 50)
    void anyChunkingGivesTheSameObservations(@ForAll @IntRange(min = 1, max = 300) int length) {
        byte[] stream = bytes(HELLO + STATUS + HBA1C);
        assertEquals(
                open(Map.of()).send(stream).observations, open(Map.of()).sendInPieces(stream, length).observations);
    }

    @Property(tries = 200)
    void noBytesThrowAndTheNextMessageIsReadAfterNoiseThatIsNoXml(@ForAll @Size(max = 40) byte[] noise) {
        FakeSession session = open(Map.of()).send(noise).elapse().send(bytes(HBA1C));
        assertEquals(1, session.observations.size());
    }

    private static FakeSession open(Map<String, String> options) {
        return new FakeSession(new Poct1aDriver(), options).connect();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String message(String type, int controlId, String body) {
        return "<?xml version='1.0' encoding='utf-8'?><" + type + "><HDR><HDR.message_type V='" + type
                + "'/><HDR.control_id V='" + controlId + "'/><HDR.version_id V='POCT1'/>"
                + "<HDR.creation_dttm V='2026-11-02T12:40:59+08:00'/></HDR>" + body + "</" + type + ">";
    }

    private static String observation(String role, String value, String unit) {
        return message(
                "OBS.R01",
                3,
                "<SVC><SVC.role_cd V='" + role + "'/><SVC.observation_dttm V='2026-11-02T12:31:26'/>"
                        + "<SVC.sequence_nbr V='183'/><PT><PT.patient_id V='P-17'/><OBS><OBS.observation_id V='HbA1c'/>"
                        + "<OBS.value V='" + value + "' U='" + unit + "'/></OBS></PT></SVC>");
    }

    /** Root, and what it says in its first two values behind the header. */
    private static List<String> said(FakeSession session) {
        return session.actions.stream()
                .filter(Write.class::isInstance)
                .map(write -> new String(((Write) write).bytes().toArray(), StandardCharsets.UTF_8))
                .map(text -> text.replaceAll("^.*?\\?><([A-Z0-9.]+)>.*</HDR>", "$1")
                        .replaceAll("<[^>]* V=\"([^\"]*)\" />", " $1")
                        .replaceAll("<[^>]*>", ""))
                .toList();
    }
}
