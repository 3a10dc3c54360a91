package io.maimen.simulator.device.poct1a;

import io.maimen.simulator.device.line.FrameWriter;
import io.maimen.simulator.device.poct1a.HaemoglobinMemory.Result;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Writes messages and counts them. Confined to one thread. */
final class Poct1aMessages {
    private static final LocalDateTime NEVER_SET = LocalDateTime.of(2006, 1, 1, 13, 40, 47);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final int FIRST_CONTROL_ID = 10_014;

    private final boolean clockNeverSet;
    private int controlId = FIRST_CONTROL_ID - 1;

    Poct1aMessages(Set<String> habits) {
        this.clockNeverSet = habits.contains(Poct1aFamily.CLOCK_NEVER_SET);
    }

    /** Of the message written last. */
    int controlId() {
        return controlId;
    }

    FrameWriter hello(LocalDateTime shown) {
        return message("HEL.R01", shown, """
                <DEV><DEV.device_id V="SIM^Simulated A1c^SIM-0001" /><DEV.vendor_id V="SIM" />\
                <DEV.model_id V="Simulated A1c" /><DEV.serial_id V="SIM-0001" /><DEV.sw_version V="1.0" />\
                <DCP><DCP.application_timeout V="60" /></DCP><DSC><DSC.connection_profile_cd V="SA" />\
                <DSC.topics_supported_cd V="DTV" /><DSC.directives_supported_cd V="START_CONTINUOUS" />\
                <DSC.max_message_sz V="16000" /></DSC></DEV>""");
    }

    FrameWriter status(LocalDateTime shown, int waiting) {
        return message("DST.R01", shown, """
                <DST><DST.status_dttm V="%s" /><DST.new_observations_qty V="%d" /><DST.condition_cd V="R" /></DST>""".formatted(time(shown), waiting));
    }

    FrameWriter observation(LocalDateTime shown, Result result) {
        return message("OBS.R01", shown, """
                <SVC><SVC.role_cd V="OBS" /><SVC.observation_dttm V="%s" /><SVC.reason_cd V="RES" />\
                <SVC.sequence_nbr V="%d" /><PT><PT.patient_id V="%d" /><OBS>\
                <OBS.observation_id V="HbA1c" SN="SIM" SV="1.0"><TRANSLTN V="HbA1c" /></OBS.observation_id>\
                <OBS.value V="%s" U="%s" /><OBS.method_cd V="M" /></OBS></PT></SVC>""".formatted(
                        TIME.format(result.shown()), result.number(), result.number(), result.value(), result.unit()));
    }

    FrameWriter endOfTopic(LocalDateTime shown) {
        return message("EOT.R01", shown, "<EOT><EOT.topic_cd V=\"OBS\" /></EOT>");
    }

    FrameWriter acknowledge(LocalDateTime shown, String peersControlId) {
        return message(
                "ACK.R01",
                shown,
                "<ACK><ACK.type_cd V=\"AA\" /><ACK.ack_control_id V=\"%s\" /></ACK>".formatted(peersControlId));
    }

    private FrameWriter message(String type, LocalDateTime shown, String body) {
        controlId++;
        return new FrameWriter().text("""
                <?xml version="1.0" encoding="utf-8"?><%1$s><HDR><HDR.message_type V="%1$s" />\
                <HDR.control_id V="%2$d" /><HDR.version_id V="POCT1" /><HDR.creation_dttm V="%3$s" /></HDR>%4$s</%1$s>""".formatted(type, controlId, time(shown), body));
    }

    private String time(LocalDateTime shown) {
        LocalDateTime told = clockNeverSet ? NEVER_SET : shown;
        return TIME.format(told);
    }
}
