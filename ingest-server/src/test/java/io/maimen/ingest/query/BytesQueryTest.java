package io.maimen.ingest.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.ingest.Envelopes;
import io.maimen.ingest.Measurements;
import io.maimen.ingest.SigningGateway;
import io.maimen.ingest.admit.Admission;
import io.maimen.ingest.clinical.ClinicalDatabase;
import io.maimen.ingest.follow.FactBatch;
import io.maimen.ingest.record.Recorder;
import io.maimen.ingest.security.GatewayKeys;
import io.maimen.ingest.security.GatewayOrganisations;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.ingest.security.Scope;
import io.maimen.ingest.series.SeriesStore;
import io.maimen.ingest.series.embedded.EmbeddedSeriesStore;
import io.maimen.ingest.sql.Database;
import io.maimen.log.LogPosition;
import io.maimen.log.ObservationLog;
import io.maimen.log.SegmentLog;
import io.maimen.log.SegmentLogOptions;
import io.maimen.log.simulated.SimulatedDisk;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Lane;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.fact.Fact;
import io.maimen.observation.time.SettableClock;
import io.maimen.observation.wire.EnvelopeCodec;
import io.maimen.observation.wire.FactCodec;
import io.maimen.observation.wire.WireException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the envelope a gateway signed to the bytes a doctor sees, and what a hand in between leaves behind. */
class BytesQueryTest {
    private static final Scope ROOT = new Scope(OrganisationId.ROOT, Set.of(OrganisationId.ROOT));

    private static final String ITS_ENVELOPE =
            " WHERE sha256 = (SELECT envelope FROM reading WHERE observation_id = :id)";

    private static SeriesStore series;
    private static Database seriesFile;
    private static Database clinical;
    private static int specimens;

    private final SigningGateway gateway = new SigningGateway();
    private final Observation potassium = another("6.4");

    /** The stores serve all tests: each has readings of its own. */
    @BeforeAll
    static void open(@TempDir Path directory) throws Exception {
        series = EmbeddedSeriesStore.open(directory);
        seriesFile = Database.open(directory.resolve("series.db"), "io/maimen/ingest/series/embedded/migration");
        clinical = ClinicalDatabase.open(directory);
    }

    @AfterAll
    static void close() {
        series.close();
        seriesFile.close();
        clinical.close();
    }

    @Test
    void theValueTheDoctorSeesStandsInTheMarkedBytes() throws Exception {
        RawFrame frame = frame(potassium);
        record(gateway.envelope(Lane.ALARM, List.of(frame), List.of(Envelopes.item(potassium))));

        JsonObject behind = behind(potassium, gateway);

        JsonObject shown = behind.getJsonArray("frames").getJsonObject(0);
        JsonObject field = shown.getJsonArray("fields").getJsonObject(0);
        byte[] bytes = HexFormat.of().parseHex(shown.getString("hex"));
        String marked =
                new String(bytes, field.getInteger("offset"), field.getInteger("length"), StandardCharsets.US_ASCII);
        assertEquals(behind.getJsonObject("observation").getString("value"), marked);
        assertEquals(potassium.provenance().rawFrames().get(0).sha256(), shown.getString("sha256"));
        assertEquals("alarm", behind.getString("lane"));
        assertEquals("test 1", behind.getString("driver"));
        assertEquals("valid", state(behind));
    }

    @Test
    void aReadingStaysValidWhenItsGatewayHasLongBeenSigningWithAnotherKey() throws Exception {
        record(gateway.envelope(Lane.ALARM, List.of(), List.of(Envelopes.item(potassium))));
        gateway.renewKey();
        Observation later = another("4.1");
        record(gateway.envelope(Lane.ALARM, List.of(), List.of(Envelopes.item(later))));
        assertEquals("valid", state(behind(potassium, gateway)));
        assertEquals("valid", state(behind(later, gateway)));
    }

    @Test
    void anItemThatAnotherProgramSpelledIsProvedInItsOwnSpelling() throws Exception {
        record(gateway.envelope(Lane.ALARM, List.of(), List.of(Envelopes.spelledOtherwise(potassium))));
        assertEquals("valid", state(behind(potassium, gateway)));
    }

    @Test
    void aValueChangedInTheFileIsFoundOut() throws Exception {
        record(gateway.envelope(Lane.ALARM, List.of(), List.of(Envelopes.item(potassium))));
        Observation other = another("4.4");
        byte[] forged = Envelopes.item(new Observation(
                        potassium.id(),
                        potassium.source(),
                        potassium.type(),
                        other.value(),
                        List.of(),
                        potassium.timing(),
                        Set.of(),
                        potassium.provenance()))
                .toArray();
        change("UPDATE reading SET observation = :bytes WHERE observation_id = :id", forged);
        JsonObject behind = behind(potassium, gateway);
        assertEquals("4.4", behind.getJsonObject("observation").getString("value"));
        assertEquals("invalid", state(behind));
    }

    @Test
    void aDigestOrASignatureChangedInTheFileIsFoundOut() throws Exception {
        byte[] zeros = new byte[32];
        record(gateway.envelope(Lane.ALARM, List.of(), List.of(Envelopes.item(potassium))));
        change("UPDATE envelope SET signature = :bytes" + ITS_ENVELOPE, zeros);
        assertEquals("invalid", state(behind(potassium, gateway)));
        change("UPDATE envelope SET item_digests = :bytes" + ITS_ENVELOPE, zeros);
        assertEquals("invalid", state(behind(potassium, gateway)));
        change("DELETE FROM envelope" + ITS_ENVELOPE + " AND lane <> :bytes", zeros);
        assertEquals("invalid", state(behind(potassium, gateway)));
    }

    @Test
    void withoutAKeyOrASignatureItSaysSo() throws Exception {
        record(Envelopes.unsigned(Lane.ALARM, potassium));
        assertEquals("missing", state(behind(potassium, gateway)));
        Observation strange = another("4.1");
        gateway.signWithAStrangersKey();
        record(gateway.envelope(Lane.ALARM, List.of(), List.of(Envelopes.item(strange))));
        assertEquals("key-unknown", state(behind(strange, gateway)));
        assertEquals("key-unknown", state(behind(strange, GatewayKeys.none())));
    }

    @Test
    void whatCameInNoEnvelopeHasNoFramesNoLaneAndNoSignature() throws Exception {
        series.keep(List.of(FactCodec.unproved(potassium, Measurements.GATEWAY, Measurements.NOON)), LogPosition.of(1));
        JsonObject behind = behind(potassium, gateway);
        assertEquals(new JsonArray(), behind.getJsonArray("frames"));
        assertEquals("missing", state(behind));
        assertTrue(behind.containsKey("lane") && behind.getValue("lane") == null, behind.encode());
    }

    @Test
    void aWaveformsBlockOpensToItsFrameWithoutFields() throws Exception {
        Observation block = Measurements.ecg(0, Measurements.NOON);
        record(gateway.envelope(
                Lane.WAVEFORM, List.of(Measurements.frame("1/0", Measurements.NOON)), List.of(Envelopes.item(block))));
        JsonObject behind = behind(block, gateway);
        assertEquals("block", behind.getJsonObject("observation").getString("kind"));
        assertEquals(
                new JsonArray(), behind.getJsonArray("frames").getJsonObject(0).getJsonArray("fields"));
        assertEquals("valid", state(behind));
    }

    @Test
    void aReadingOfAnotherTreeIsNotThere() throws Exception {
        record(gateway.envelope(Lane.ALARM, List.of(), List.of(Envelopes.item(potassium))));
        OrganisationId county = new OrganisationId("county");
        assertEquals(Optional.empty(), query(gateway).of(new Scope(county, Set.of(county)), potassium.id()));
    }

    private void record(byte[] envelope) throws Exception {
        ObservationLog log = SegmentLog.open(new SimulatedDisk(1), SegmentLogOptions.defaults());
        new Admission(log, new SettableClock(Measurements.NOON.plusSeconds(1)), anyone -> Optional.empty(), () -> {})
                .admit(Measurements.GATEWAY, lane(envelope), envelope);
        List<Fact> facts = new ArrayList<>();
        for (var entry : log.read(log.start(), 100).records()) {
            facts.add(new FactCodec().fromCbor(entry.bytes()));
        }
        new Recorder(series, heard -> {}).read(new FactBatch(facts, log.end()));
    }

    private static Lane lane(byte[] envelope) throws WireException {
        return new EnvelopeCodec().fromCbor(envelope).lane();
    }

    /** A potassium of a specimen that no other test has. */
    private static Observation another(String value) {
        return Measurements.potassium("S-" + specimens++, value, Measurements.NOON);
    }

    /** The frame the measurement names, taken apart: specimen, blank, value. */
    private static RawFrame frame(Observation observation) {
        String specimen = observation.source().specimen().orElseThrow().value();
        return new RawFrame(
                Bytes.of((specimen + " 6.4").getBytes(StandardCharsets.US_ASCII)),
                observation.timing().receiveTime(),
                List.of(new FrameField("value", "6.4", "mmol/L", specimen.length() + 1, 3)));
    }

    private JsonObject behind(Observation observation, GatewayKeys keys) {
        return query(keys).of(ROOT, observation.id()).orElseThrow();
    }

    private BytesQuery query(GatewayKeys keys) {
        return new BytesQuery(series, clinical, GatewayOrganisations.none(), keys);
    }

    private static String state(JsonObject behind) {
        return behind.getJsonObject("signature").getString("state");
    }

    private void change(String sql, byte[] bytes) {
        int changed = seriesFile.writer().withHandle(handle -> handle.createUpdate(sql)
                .bind("bytes", bytes)
                .bind("id", potassium.id().hex())
                .execute());
        assertEquals(1, changed);
    }
}
