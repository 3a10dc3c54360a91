package io.maimen.simulator.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Route;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What waveform.js makes of blocks: a line only where there were samples. Times are milliseconds since {@link #START}. */
@ExtendWith(PageWorkbench.class)
class WaveformLayoutIT {
    private static final long START = 1_750_000_000_000L;
    private static final String EVERYWHERE = "-Infinity, Infinity";

    private static final Map<String, String> ANY_PAGE_MAY_IMPORT =
            Map.of("Access-Control-Allow-Origin", "*", "Content-Type", "text/javascript");

    private static Visit visit;

    @BeforeAll
    static void serveTheModule(Browser browser) {
        visit = browser.visit("about:blank");
        visit.page()
                .route(
                        "http://page.test/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setPath(PageSource.ROOT.resolve("app/waveform.js"))
                                .setHeaders(ANY_PAGE_MAY_IMPORT)));
    }

    @AfterAll
    static void leave() {
        visit.close();
    }

    @Test
    void contiguousBlocksAreOneStretch() {
        JsonObject drawn = layout(EVERYWHERE, block(0, 0), block(1, 1000), block(2, 2000));
        assertEquals("0+750", runs(drawn));
        assertEquals("", gaps(drawn));
    }

    /** The device's clock drifts by some milliseconds from block to block; its sample count does not. */
    @Test
    void sampleNumbersJoinBlocksNotClocks() {
        JsonObject drawn = layout(EVERYWHERE, block(0, 0), block(1, 1007), block(2, 1995));
        assertEquals("0+750", runs(drawn));
        assertEquals("", gaps(drawn));
    }

    @Test
    void aMissingBlockIsOneGapAsLongAsTheBlock() {
        JsonObject drawn = layout(EVERYWHERE, block(0, 0), block(2, 2000));
        assertEquals("0+250 2000+250", runs(drawn));
        assertEquals("gap 1000-2000", gaps(drawn));
    }

    @Test
    void blocksInAnyOrderDrawTheSame() {
        JsonObject inOrder = layout(EVERYWHERE, block(0, 0), block(1, 1000), block(3, 3000));
        JsonObject outOfOrder = layout(EVERYWHERE, block(3, 3000), block(0, 0), block(1, 1000));
        assertEquals(inOrder, outOfOrder);
    }

    @Test
    void leadOffWithinABlockIsAGapAndItsSamplesAreNotDrawn() {
        JsonObject drawn = layout(EVERYWHERE, leadOff(block(0, 0), 50, 100), block(1, 1000));
        assertEquals("0+50 600+350", runs(drawn));
        assertEquals("leadOff 200-600", gaps(drawn));
    }

    @Test
    void leadOffOverTheSeamOfTwoBlocksIsOneGap() {
        JsonObject drawn = layout(EVERYWHERE, leadOff(block(0, 0), 200, 50), leadOff(block(1, 1000), 0, 25));
        assertEquals("0+200 1100+225", runs(drawn));
        assertEquals("leadOff 800-1100", gaps(drawn));
    }

    @Test
    void paperThatBeginsBeforeTheFirstBlockAndEndsAfterTheLastHasGapsThere() {
        JsonObject drawn = layout((START - 500) + ", " + (START + 3000), block(1, 0));
        assertEquals("0+250", runs(drawn));
        assertEquals("gap -500-0, gap 1000-3000", gaps(drawn));
    }

    @Test
    void nothingIsMissingBeforeARecordingBegan() {
        JsonObject drawn = layout((START - 500) + ", " + (START + 1000), block(0, 0));
        assertEquals("", gaps(drawn));
    }

    @Test
    void paperWithoutAnyBlockIsOneGap() {
        assertEquals("gap 0-4000", gaps(layout(START + ", " + (START + 4000))));
    }

    /** After a restart of the device sample numbers begin again at 0: equal numbers do not make neighbours. */
    @Test
    void anotherStreamIsNotContiguousWhateverItsNumbersSay() {
        JsonObject restarted = block(1, 1800).put("stream", 8);
        JsonObject drawn = layout(EVERYWHERE, block(0, 0), restarted);
        assertEquals("0+250 1800+250", runs(drawn));
        assertEquals("gap 1000-1800", gaps(drawn));
    }

    @Test
    void whatLiesOffThePaperIsLeftOut() {
        JsonObject drawn = layout(
                (START + 1000) + ", " + (START + 2000), block(0, 0), block(1, 1000), block(2, 2000), block(9, 9000));
        assertEquals("1000+251", runs(drawn));
        assertEquals("", gaps(drawn));
    }

    @Test
    void samplesAreScaledAndNeverShifted() {
        JsonObject block = block(0, 0)
                .put("samples", new JsonArray().add(0).add(-200).add(40))
                .put("count", 3);
        JsonArray drawn =
                layout(EVERYWHERE, block).getJsonArray("runs").getJsonObject(0).getJsonArray("millivolts");
        assertEquals(0.0, drawn.getDouble(0), 1e-9);
        assertEquals(-1.0, drawn.getDouble(1), 1e-9);
        assertEquals(0.2, drawn.getDouble(2), 1e-9);
    }

    /** Two leads of one device are never one line, however their blocks come in. */
    @Test
    void leadsAreDrawnApartInTheOrderOfPaper() {
        Object leads = visit.page()
                .evaluate(
                        "async blocks => (await import('http://page.test/waveform.js')).byLead(JSON.parse(blocks))"
                                + ".map(lead => lead.map(block => block.code + '/' + block.firstSample).join(' '))"
                                + ".join(', ')",
                        new JsonArray(List.of(
                                        block(0, 0).put("code", "mdc:131331"),
                                        block(0, 0).put("code", "mdc:131389"),
                                        block(0, 0).put("code", "mdc:131329"),
                                        block(1, 1000).put("code", "mdc:131389")))
                                .encode());
        assertEquals("mdc:131329/0, mdc:131389/0 mdc:131389/250, mdc:131331/0", leads);
    }

    /** A second of 250 samples, the {@code number}th of stream 7, that began {@code ms} after {@link #START}. */
    private static JsonObject block(int number, long ms) {
        return new JsonObject()
                .put("stream", 7)
                .put("firstSample", number * 250)
                .put("count", 250)
                .put("rateHz", 250)
                .put("scale", 0.005)
                .put("start", Instant.ofEpochMilli(START + ms).toString())
                .put("samples", new JsonArray(IntStream.range(0, 250).boxed().toList()))
                .put("gaps", new JsonArray());
    }

    private static JsonObject leadOff(JsonObject block, int start, int length) {
        return block.put(
                "gaps", new JsonArray().add(new JsonObject().put("start", start).put("length", length)));
    }

    private static JsonObject layout(String fromAndTo, JsonObject... blocks) {
        Object drawn = visit.page()
                .evaluate(
                        "async blocks => JSON.stringify((await import('http://page.test/waveform.js')).layout(JSON.parse(blocks), "
                                + fromAndTo + "))",
                        new JsonArray(List.of(blocks)).encode());
        return new JsonObject((String) drawn);
    }

    /** Each stretch as "begin+samples". */
    private static String runs(JsonObject drawn) {
        return String.join(
                " ",
                drawn.getJsonArray("runs").stream()
                        .map(JsonObject.class::cast)
                        .map(run -> ms(run, "start") + "+"
                                + run.getJsonArray("millivolts").size())
                        .toList());
    }

    /** Each gap as "kind begin-end". */
    private static String gaps(JsonObject drawn) {
        return String.join(
                ", ",
                drawn.getJsonArray("gaps").stream()
                        .map(JsonObject.class::cast)
                        .map(gap -> gap.getString("kind") + " " + ms(gap, "from") + "-" + ms(gap, "to"))
                        .toList());
    }

    private static long ms(JsonObject of, String field) {
        return Math.round(of.getDouble(field)) - START;
    }
}
