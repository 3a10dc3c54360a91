package io.maimen.driver.contec;

import io.maimen.driver.Channel;
import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.frame.ReportStream;
import io.maimen.driver.reading.CuffMemory;
import io.maimen.driver.reading.CuffReading;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.ReceiveTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One cuff, asked for the memory of each of its three users, at once and then every minute. It acknowledges nothing and is
 * acknowledged nothing, so a report that is missing ends the connection, and all is asked for anew. Confined to the session's thread.
 *
 * <p>Nobody has published this conversation; it is that of the maker's own program, as captured (MarkMLl/contec08a).
 */
final class Contec08aProtocol implements DeviceProtocol {
    static final int REPORT = 64;
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    static final Duration EVERY = Duration.ofMinutes(1);
    static final Bytes PING = report(0x40, 0x8F, 0xFF, 0xFE, 0xFD, 0xFC);
    static final Bytes GREETING = report(0x42, 0x8F, 0xFF, 0xFE, 0xFD, 0xFC);

    private static final int USERS = 3;
    private static final int GREETED = 0x48;
    private static final int SWITCHED_ON = 0x4A;
    private static final int LEADER = 0x46;
    private static final int ON_AT = 2;
    private static final int COUNT_AT = 4;
    private static final int USER_AT = 13;
    private static final int LOW_BITS = 0x7F;
    private static final int USER_BITS = 0x03;

    /** Which report comes next. */
    private enum Awaited {
        FIRST_PING,
        SECOND_PING,
        GREETING,
        SWITCHED_ON,
        LEADER,
        RECORD,
        NONE
    }

    private final Origin origin;
    private final CuffMemory memory;
    private final ReportStream reports = new ReportStream(REPORT);
    private Awaited awaited = Awaited.NONE;
    private Instant due = Instant.MAX;
    private int user;
    private int left;

    Contec08aProtocol(DeviceContext context) {
        origin = Origin.of(context, Contec08aDriver.REF);
        memory = new CuffMemory(origin);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            return begin(connected.at());
        }
        if (event instanceof Received received) {
            List<DriverAction> actions = new ArrayList<>();
            for (Bytes report : reports.read(received.bytes())) {
                actions.addAll(heard(report, received.at()));
            }
            return actions;
        }
        List<DriverAction> actions = new ArrayList<>(memory.on(event));
        if (event instanceof Elapsed elapsed) {
            actions.addAll(elapsed(elapsed.now()));
        }
        return actions;
    }

    private List<DriverAction> elapsed(Instant now) {
        if (now.isBefore(due)) {
            return List.of(new Wake(Duration.between(now, due)));
        }
        return awaited == Awaited.NONE
                ? begin(now)
                : List.of(new Close("OMR-029 the cuff must answer within " + ANSWER_WITHIN.toSeconds()
                        + " s but did not; switch it on, or plug it in again"));
    }

    private List<DriverAction> begin(Instant now) {
        user = 1;
        return ask(PING, Awaited.FIRST_PING, now);
    }

    private List<DriverAction> heard(Bytes report, ReceiveTime at) {
        int first = at(report, 0);
        Instant now = at.instant();
        return switch (awaited) {
            // What the answer to a ping says is not known; any is one.
            case FIRST_PING -> ask(PING, Awaited.SECOND_PING, now);
            case SECOND_PING -> ask(GREETING, Awaited.GREETING, now);
            case GREETING -> first == GREETED ? askForUser(now) : unexpected(GREETED, report, at);
            case SWITCHED_ON -> first == SWITCHED_ON ? switchedOn(report, now) : unexpected(SWITCHED_ON, report, at);
            case LEADER -> first == LEADER ? leader(report, at) : unexpected(LEADER, report, at);
            case RECORD -> record(report, at);
            case NONE ->
                List.of(new Reject(
                        new DecodeError("OMR-030", 0, "report must answer but none was asked"), frame(report, at)));
        };
    }

    private List<DriverAction> unexpected(int expected, Bytes report, ReceiveTime at) {
        return List.of(
                new Reject(
                        new DecodeError(
                                "OMR-030",
                                0,
                                "report must begin with %02X but was %02X".formatted(expected, at(report, 0))),
                        frame(report, at)),
                new Close("the cuff answered something else than it was asked"));
    }

    private List<DriverAction> askForUser(Instant now) {
        return ask(report(0x43, 0x41, 0x01, 0x03 + user, 0x02), Awaited.SWITCHED_ON, now);
    }

    private List<DriverAction> switchedOn(Bytes report, Instant now) {
        if (at(report, ON_AT) != 1) {
            return List.of(new Close("OMR-029 the cuff must be switched on but was not"));
        }
        return await(Awaited.LEADER, now);
    }

    private List<DriverAction> leader(Bytes report, ReceiveTime at) {
        int whose = at(report, USER_AT) & USER_BITS;
        if (whose != user) {
            return List.of(
                    new Reject(
                            new DecodeError(
                                    "OMR-031",
                                    USER_AT,
                                    "user must be the one asked for, " + user + ", but was " + whose),
                            frame(report, at)),
                    new Close("the cuff tells another user's readings"));
        }
        left = at(report, COUNT_AT) & LOW_BITS;
        return left > 0 ? await(Awaited.RECORD, at.instant()) : next(at.instant());
    }

    private List<DriverAction> record(Bytes report, ReceiveTime at) {
        List<DriverAction> actions = new ArrayList<>(reading(report, at));
        left--;
        actions.addAll(left > 0 ? await(Awaited.RECORD, at.instant()) : next(at.instant()));
        return actions;
    }

    private List<DriverAction> reading(Bytes report, ReceiveTime at) {
        Decoded<CuffRecord> decoded = CuffRecord.read(report.asBuffer());
        if (decoded instanceof Decoded.Refused<CuffRecord> refused) {
            return List.of(new Reject(refused.error(), frame(report, at)));
        }
        CuffRecord record = ((Decoded.Frame<CuffRecord>) decoded).frame();
        CuffReading reading = new CuffReading(
                record.systolic(),
                record.diastolic(),
                OptionalInt.of(record.mean()),
                record.pulse(),
                record.deviceTime(origin.context().place()),
                Optional.of(new UserSlot(user)),
                Set.of());
        Bytes content = Bytes.of(Arrays.copyOf(report.toArray(), CuffRecord.LENGTH));
        return memory.read(reading, content, frame(report, at), record.fields());
    }

    /** The next user's, or a pause. */
    private List<DriverAction> next(Instant now) {
        if (user < USERS) {
            user++;
            return askForUser(now);
        }
        awaited = Awaited.NONE;
        due = now.plus(EVERY);
        return List.of(new Wake(EVERY));
    }

    private List<DriverAction> ask(Bytes question, Awaited next, Instant now) {
        List<DriverAction> actions = new ArrayList<>();
        actions.add(new Write(Channel.HID_REPORT, question));
        actions.addAll(await(next, now));
        return actions;
    }

    private List<DriverAction> await(Awaited next, Instant now) {
        awaited = next;
        due = now.plus(ANSWER_WITHIN);
        return List.of(new Wake(ANSWER_WITHIN));
    }

    private static RawFrame frame(Bytes report, ReceiveTime at) {
        return new RawFrame(report, at);
    }

    private static int at(Bytes report, int index) {
        return Byte.toUnsignedInt(report.asBuffer().get(index));
    }

    private static Bytes report(int... begin) {
        byte[] report = new byte[REPORT];
        for (int i = 0; i < begin.length; i++) {
            report[i] = (byte) begin[i];
        }
        return Bytes.of(report);
    }
}
