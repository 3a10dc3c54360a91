package io.maimen.driver.astm;

import static io.maimen.driver.astm.AstmLine.bytes;
import static io.maimen.driver.astm.AstmLine.frame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverEvent;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever the line does to a session: nothing false is stored, and the next session stores all of it once. */
class AstmRobustnessTest {
    private static final List<byte[]> SESSION = List.of(
            bytes("\5"),
            frame(1, "H|\\^&|||m|||||||T|LIS02-A2|20260304081500\r"),
            frame(
                    2,
                    "P|1\rO|1|S-000123||^^^GLU\\^^^K\rR|1|^^^GLU|2.7|mmol/L||L||F||op1||20260304081455\r",
                    '\27',
                    "\r\n"),
            frame(3, "R|2|^^^K|6.4|mmol", '\27', "\r\n"),
            frame(4, "/L||H||F||op1||20260304081455\r"),
            frame(5, "L|1|N\r"),
            bytes("\4"));

    private static final Map<ObservationId, String> TRUTH = truth();

    @Test
    void cuttingWhatTheDeviceSendsAnywhereChangesNothing() {
        AstmLine whole = AstmLine.open();
        SESSION.forEach(whole::send);
        for (int unit = 0; unit < SESSION.size(); unit++) {
            for (int cut = 1; cut < SESSION.get(unit).length; cut++) {
                AstmLine line = AstmLine.open();
                for (int i = 0; i < SESSION.size(); i++) {
                    byte[] sent = SESSION.get(i);
                    if (i == unit) {
                        line.send(Arrays.copyOf(sent, cut), Arrays.copyOfRange(sent, cut, sent.length));
                    } else {
                        line.send(sent);
                    }
                }
                assertEquals(whole.actions, line.actions, "unit " + unit + " cut at " + cut);
            }
        }
    }

    @Test
    void oneByteAtATimeChangesNothing() {
        AstmLine whole = AstmLine.open();
        SESSION.forEach(whole::send);
        AstmLine line = AstmLine.open();
        for (byte value : stream()) {
            line.send(new byte[] {value});
        }
        assertEquals(whole.actions, line.actions);
    }

    @Test
    void aDeviceThatNeverWaitsIsReadTheSameHoweverItsBytesArrive() {
        List<DriverAction> whole = stores(1_000);
        for (int chunk = 1; chunk < 100; chunk++) {
            assertEquals(whole, stores(chunk), "in chunks of " + chunk);
        }
    }

    @Test
    void everyTruncationStoresNothingFalseAndTheNextSessionStoresAll() {
        for (int length = 0; length < stream().length; length++) {
            AstmLine line = AstmLine.open();
            int left = length;
            for (byte[] sent : SESSION) {
                line.send(Arrays.copyOf(sent, Math.min(left, sent.length)));
                left -= Math.min(left, sent.length);
            }
            line.on(new DriverEvent.Elapsed(AstmLine.AT.instant()));
            assertTruthful(line, "cut after " + length);
            SESSION.forEach(line::send);
            assertEquals(TRUTH.keySet(), ids(line), "cut after " + length);
        }
    }

    @Test
    void everyFlippedBitStoresNothingFalseAndTheNextSessionStoresAll() {
        for (int unit = 0; unit < SESSION.size(); unit++) {
            for (int bit = 0; bit < SESSION.get(unit).length * 8; bit++) {
                AstmLine line = AstmLine.open();
                for (int i = 0; i < SESSION.size(); i++) {
                    byte[] sent = SESSION.get(i).clone();
                    if (i == unit) {
                        sent[bit / 8] ^= (byte) (1 << bit % 8);
                    }
                    line.send(sent);
                }
                String where = "unit " + unit + " bit " + bit;
                assertTruthful(line, where);
                line.on(new DriverEvent.Elapsed(AstmLine.AT.instant()));
                SESSION.forEach(line::send);
                assertTruthful(line, where);
                assertEquals(TRUTH.keySet(), ids(line), where);
            }
        }
    }

    @Test
    void aFlippedBitInAFrameIsNeverAcknowledgedUnlessItChangesNothing() {
        byte[] good = SESSION.get(2);
        int carriageReturn = good.length - 2;
        for (int bit = 0; bit < carriageReturn * 8; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            AstmLine line = AstmLine.open();
            line.send(SESSION.get(0), SESSION.get(1));
            boolean inChecksum = bit / 8 > good.length - 5;
            boolean sameDigit = inChecksum && Character.toUpperCase((char) bad[bit / 8]) == (char) good[bit / 8];
            assertEquals(sameDigit, line.send(bad).startsWith("A"), "bit " + bit);
        }
    }

    @Test
    void endlessGarbageIsNotKeptEndlessly() {
        int limit = 4_096;
        List<byte[]> garbage = List.of(
                bytes("x".repeat(10_000)), // noise
                bytes("\2" + "x".repeat(10_000)), // a frame without end
                frame(1, "x".repeat(3_000), '\27', "\r\n"), // a record without end
                bytes("\5\5\4\2\2\3"));
        AstmLine line =
                AstmLine.ofOneThatNeverWaits(Map.of("maxFrameBytes", String.valueOf(limit), "frameNumbers", "lenient"));
        for (int i = 0; i < 100; i++) {
            garbage.forEach(line::send);
            line.actions.forEach(action -> assertTrue(!(action instanceof DriverAction.Reject reject)
                    || reject.rawFrame().bytes().size() <= limit));
            line.actions.clear();
        }
        LineReader reader = new LineReader(limit);
        for (byte[] some : garbage) {
            for (byte value : some) {
                reader.read(value);
                assertTrue(reader.pendingBytes() < limit);
            }
        }
    }

    @Test
    void aRecordWithoutEndIsGivenUpAtTheLimitAndTheNextIsReadAgain() {
        AstmLine line = AstmLine.with(Map.of("maxFrameBytes", "4096"));
        line.send(SESSION.get(0), SESSION.get(1));
        line.send(frame(2, "M|" + "x".repeat(3_000), '\27', "\r\n"));
        line.send(frame(3, "x".repeat(3_000), '\27', "\r\n"));
        line.send(frame(4, "R|1|^^^GLU|9.9|mmol/L||L||F||op1||20260304081455\rL|1|N\r"));
        assertEquals(List.of("AST-026"), line.rejects());
        assertEquals(List.of(), line.stored, "the rest of a lost record is no record");
    }

    private static void assertTruthful(AstmLine line, String where) {
        for (Observation observation : line.stored) {
            assertEquals(TRUTH.get(observation.id()), content(observation), where);
        }
    }

    private static Map<ObservationId, String> truth() {
        AstmLine line = AstmLine.open();
        SESSION.forEach(line::send);
        Map<ObservationId, String> truth = new HashMap<>();
        line.stored.forEach(observation -> truth.put(observation.id(), content(observation)));
        assertEquals(2, truth.size());
        return truth;
    }

    private static String content(Observation observation) {
        return observation.source() + " " + observation.type() + " " + observation.value() + " "
                + observation.timing() + " " + observation.statuses() + " "
                + observation.provenance().simulated();
    }

    private static Set<ObservationId> ids(AstmLine line) {
        return line.stored.stream().map(Observation::id).collect(Collectors.toSet());
    }

    private static List<DriverAction> stores(int chunk) {
        AstmLine line = AstmLine.ofOneThatNeverWaits(Map.of());
        byte[] stream = stream();
        for (int start = 0; start < stream.length; start += chunk) {
            line.send(Arrays.copyOfRange(stream, start, Math.min(start + chunk, stream.length)));
        }
        assertTrue(line.rejects().isEmpty(), line.rejects().toString());
        return new ArrayList<>(line.actions.stream()
                .filter(DriverAction.Store.class::isInstance)
                .toList());
    }

    private static byte[] stream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SESSION.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
