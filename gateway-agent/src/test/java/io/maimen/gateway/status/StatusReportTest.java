package io.maimen.gateway.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.AcknowledgementClass;
import io.maimen.gateway.desired.DesiredStatus;
import io.maimen.gateway.identity.IdentityStatus;
import io.maimen.gateway.outbox.LaneStatus;
import io.maimen.gateway.status.StatusReport.DeviceStatus;
import io.maimen.gateway.status.StatusReport.DiskStatus;
import io.maimen.gateway.status.StatusReport.State;
import io.maimen.gateway.status.StatusReport.TransportWindow;
import io.maimen.gateway.uplink.UplinkStatus;
import io.maimen.observation.Lane;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.GatewayId;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The light, one cause at a time. */
class StatusReportTest {
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");
    private static final UplinkStatus UP =
            new UplinkStatus(true, Optional.of(NOON), 0, 0, Optional.empty(), Optional.empty());
    private static final DiskStatus ROOM = new DiskStatus(Optional.of(1_000_000_000L), false);

    private UplinkStatus uplink = UP;
    private IdentityStatus identity = new IdentityStatus(NOON.plusSeconds(60), Optional.empty(), Optional.empty());
    private DesiredStatus desired = new DesiredStatus(6, Optional.empty());
    private DiskStatus disk = ROOM;
    private DeviceStatus device = device(true, Optional.of(NOON));
    private List<String> troubles = List.of();
    private List<String> notStored = List.of();

    private static DeviceStatus device(boolean connected, Optional<Instant> heard) {
        Optional<Duration> silentAfter = Optional.of(Duration.ofMinutes(1));
        return new DeviceStatus(
                DeviceId.serial("ECG-0001"),
                "ecg-patch",
                AcknowledgementClass.AFTER_STORED,
                connected,
                true,
                heard,
                silentAfter,
                5,
                1,
                Optional.empty());
    }

    private static DeviceStatus cuff(Optional<TransportWindow> window) {
        return new DeviceStatus(
                DeviceId.serial("BP-0001"),
                "blood-pressure",
                AcknowledgementClass.BY_TRANSPORT,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                0,
                0,
                window);
    }

    private StatusReport reportAt(Instant at) {
        List<LaneStatus> lanes = List.of(new LaneStatus(Lane.ALARM, 2, 88, Optional.of(NOON.minusMillis(1_500))));
        return new StatusReport(
                new GatewayId("g"),
                at,
                NOON,
                uplink,
                identity,
                desired,
                lanes,
                List.of(device),
                troubles,
                disk,
                notStored);
    }

    private void expect(State state, String... reasons) {
        assertEquals(state, reportAt(NOON).state());
        assertEquals(List.of(reasons), reportAt(NOON).reasons());
    }

    @Test
    void greenWhenAllIsWell() {
        expect(State.GREEN);
    }

    @Test
    void amberWhileWhatTheServerWantsIsNotWorkedBy() {
        desired = new DesiredStatus(6, Optional.of("GW-084 pack p 2 must be readable but was not"));
        expect(State.AMBER, "GW-084 pack p 2 must be readable but was not");
    }

    @Test
    void amberWithoutTheServer() {
        uplink = UplinkStatus.down();
        expect(State.AMBER, "no connection to the server");
    }

    @Test
    void amberWhenTheCertificateIsDueAndNotRenewed() {
        identity = new IdentityStatus(NOON, Optional.of(Duration.ZERO), Optional.of("PKI-053 not reached"));
        expect(State.AMBER, "the certificate is not renewed: PKI-053 not reached");
    }

    @Test
    void amberWhenTheClockIsWrongByAMinute() {
        identity = new IdentityStatus(NOON, Optional.of(Duration.ofMinutes(-1)), Optional.empty());
        expect(State.AMBER, "this gateway's clock is wrong: set it");
        identity = new IdentityStatus(NOON, Optional.of(Duration.ofMillis(59_999)), Optional.empty());
        expect(State.GREEN);
    }

    @Test
    void amberWithADeviceThatIsNotConnected() {
        device = device(false, Optional.empty());
        expect(State.AMBER, "serial:ECG-0001 is not connected");
    }

    @Test
    void amberWithADeviceThatFellSilent() {
        assertEquals(State.GREEN, reportAt(NOON.plusSeconds(60)).state());
        StatusReport later = reportAt(NOON.plusSeconds(61));
        assertEquals(State.AMBER, later.state());
        assertEquals(List.of("serial:ECG-0001 is silent"), later.reasons());
    }

    @Test
    void aDeviceThatComesAndGoesIsNotMissedWhenItIsGone() {
        device = cuff(Optional.empty());
        expect(State.GREEN);
    }

    @Test
    void amberWhenAWholeKindOfDeviceCannotBeReached() {
        troubles = List.of("no Bluetooth: BlueZ is not on the bus");
        expect(State.AMBER, "no Bluetooth: BlueZ is not on the bus");
    }

    @Test
    void theWindowOfATransportThatAcknowledgesBeforeUsIsShown() {
        device = cuff(Optional.of(new TransportWindow(Duration.ofNanos(2_500_000), Duration.ofMillis(40))));
        JsonObject json = StatusJson.of(reportAt(NOON)).getJsonArray("devices").getJsonObject(0);
        assertEquals(new JsonObject().put("p50", 2.5).put("max", 40.0), json.getJsonObject("transportWindowMs"));
        assertTrue(new Metrics()
                .scrape(reportAt(NOON))
                .contains("maimen_gateway_device_transport_window_seconds{device=\"serial:BP-0001\"} 0.04"));
    }

    @Test
    void redWhenReadingsAreRefusedAndTheWorstReasonComesFirst() {
        notStored = List.of("LOG-001 the disk is full");
        uplink = UplinkStatus.down();
        expect(State.RED, "LOG-001 the disk is full", "no connection to the server");
    }

    @Test
    void redWhenTheDiskDoesNotAnswer() {
        disk = new DiskStatus(Optional.empty(), false);
        expect(State.RED, "the disk does not answer");
    }

    @Test
    void redWhenTheDiskLostWhatWaited() {
        uplink = new UplinkStatus(true, Optional.of(NOON), 0, 1, Optional.empty(), Optional.empty());
        expect(State.RED, "the disk lost 1 stretches of readings that waited for the server");
    }

    @Test
    void jsonIsAsTheGatewaysPageSays() {
        assertEquals(
                "{\"gateway\":\"g\",\"state\":\"green\",\"reasons\":[],\"startedAt\":\"2025-06-01T12:00:00Z\","
                        + "\"uplink\":{\"connected\":true,\"lastReceiptAt\":\"2025-06-01T12:00:00Z\",\"quarantinedItems\":0},"
                        + "\"identity\":{\"certificateUntil\":\"2025-06-01T12:01:00Z\",\"clockOffsetMs\":null},"
                        + "\"desired\":{\"version\":6,\"state\":\"applied\",\"reason\":null},"
                        + "\"lanes\":[{\"lane\":\"alarm\",\"entries\":2,\"bytes\":88,\"oldestAgeMs\":1500}],"
                        + "\"devices\":[{\"id\":\"serial:ECG-0001\",\"driver\":\"ecg-patch\",\"acknowledgement\":\"after-stored\",\"connected\":true,"
                        + "\"lastReceivedAt\":\"2025-06-01T12:00:00Z\",\"taken\":5,\"rejected\":1}],"
                        + "\"disk\":{\"freeBytes\":1000000000,\"full\":false}}",
                StatusJson.of(reportAt(NOON)).encode());
    }

    @Test
    void metricsSayTheSameInNumbers() {
        String text = new Metrics().scrape(reportAt(NOON));
        List<String> lines =
                text.lines().filter(line -> !line.startsWith("#")).sorted().toList();
        assertEquals(
                List.of(
                        "maimen_gateway_device_rejected{device=\"serial:ECG-0001\"} 1.0",
                        "maimen_gateway_device_taken{device=\"serial:ECG-0001\"} 5.0",
                        "maimen_gateway_disk_free_bytes 1.0E9",
                        "maimen_gateway_lane_bytes{lane=\"alarm\"} 88.0",
                        "maimen_gateway_lane_entries{lane=\"alarm\"} 2.0",
                        "maimen_gateway_lane_oldest_age_seconds{lane=\"alarm\"} 1.0",
                        "maimen_gateway_state 0.0",
                        "maimen_gateway_uplink_connected 1.0"),
                lines);
    }
}
