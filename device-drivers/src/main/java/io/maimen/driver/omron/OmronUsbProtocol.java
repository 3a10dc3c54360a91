package io.maimen.driver.omron;

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
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.frame.ReportStream;
import io.maimen.driver.reading.CuffMemory;
import io.maimen.driver.reading.CuffReading;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.Bytes;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.RawFrame;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.ReceiveTime;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One cuff, asked how many readings it has of each of two users and for one after another, at once and then every minute. A reply
 * does not say what it answers, so where one is missing or damaged the conversation begins anew. Confined to the session's thread.
 *
 * <p>Nobody has published this conversation; it is that of the maker's own program, as captured (openyou/libomron).
 */
final class OmronUsbProtocol implements DeviceProtocol {
    static final Bytes READINGS_MODE = Bytes.of((byte) 0x74, (byte) 0xBC);
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    static final Duration EVERY = Duration.ofMinutes(1);

    private static final int USERS = 2;
    private static final int MOST_TIMES = 10;

    /** What was asked. */
    private enum Asked {
        CLEAR,
        COUNT,
        READING,
        NOTHING
    }

    private final Origin origin;
    private final CuffMemory memory;
    private final ReportStream reports = new ReportStream(UsbMessage.REPORT);
    private final ByteArrayOutputStream reply = new ByteArrayOutputStream();
    private Asked asked = Asked.NOTHING;
    private Instant due = Instant.MAX;
    private int user;
    private int index;
    private int count;
    private int times;

    OmronUsbProtocol(DeviceContext context) {
        origin = Origin.of(context, OmronUsbDriver.REF);
        memory = new CuffMemory(origin);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            List<DriverAction> actions = new ArrayList<>(List.of(new Write(Channel.HID_FEATURE, READINGS_MODE)));
            actions.addAll(beginUser(0, connected.at()));
            return actions;
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
        } else if (event instanceof WriteFailed failed && failed.channel().equals(Channel.HID_FEATURE)) {
            actions.add(new Close(
                    "OMR-032 the cuff must be told to speak of its readings but could not be: " + failed.reason()));
        }
        return actions;
    }

    private List<DriverAction> elapsed(Instant now) {
        if (now.isBefore(due)) {
            return List.of(new Wake(Duration.between(now, due)));
        }
        return asked == Asked.NOTHING
                ? beginUser(0, now)
                : List.of(new Close("OMR-029 the cuff must answer within " + ANSWER_WITHIN.toSeconds()
                        + " s but did not; switch it on, or plug it in again"));
    }

    /** A report that is not full is the last of its message: no message of these cuffs fills its last one. */
    private List<DriverAction> heard(Bytes report, ReceiveTime at) {
        reply.writeBytes(report.toArray());
        if (report.asBuffer().get(0) == UsbMessage.MOST) {
            return List.of();
        }
        Bytes whole = Bytes.of(reply.toByteArray());
        reply.reset();
        RawFrame frame = new RawFrame(whole, at);
        Decoded<UsbReply> decoded = UsbReply.read(whole.asBuffer());
        if (decoded instanceof Decoded.Refused<UsbReply> refused) {
            return again(new Reject(refused.error(), frame));
        }
        return answered(((Decoded.Frame<UsbReply>) decoded).frame(), frame);
    }

    private List<DriverAction> answered(UsbReply answer, RawFrame frame) {
        Instant now = frame.receivedAt().instant();
        if (asked == Asked.NOTHING || (asked == Asked.CLEAR && answer.data().size() > 0)) {
            return List.of(); // an answer of before
        }
        if (!answer.ok()) {
            return repeat(now);
        }
        if (asked == Asked.CLEAR) {
            return ask(Asked.COUNT, now);
        }
        if (asked == Asked.COUNT && answer.count().isPresent()) {
            index = 0;
            count = answer.count().getAsInt();
            return count > 0 ? ask(Asked.READING, now) : next(now);
        }
        if (asked == Asked.READING && answer.isReading()) {
            List<DriverAction> actions = new ArrayList<>(reading(answer, frame));
            index++;
            actions.addAll(index < count ? ask(Asked.READING, now) : next(now));
            return actions;
        }
        return again(new Reject(
                new DecodeError(
                        "OMR-007",
                        1,
                        "reply must answer " + asked + " but holds "
                                + answer.data().size() + " bytes"),
                frame));
    }

    private List<DriverAction> reading(UsbReply answer, RawFrame frame) {
        if (answer.diastolic() >= answer.systolic()) {
            return List.of(new Reject(
                    new DecodeError(
                            "OMR-011",
                            UsbMessage.place(UsbReply.DATA),
                            "diastolic must be below systolic but was " + answer.diastolic() + " to "
                                    + answer.systolic()),
                    frame));
        }
        Set<MeasurementStatus> doubts = EnumSet.noneOf(MeasurementStatus.class);
        if (answer.irregular()) {
            doubts.add(MeasurementStatus.IRREGULAR_PULSE);
        }
        if (answer.movement()) {
            doubts.add(MeasurementStatus.BODY_MOVEMENT);
        }
        CuffReading reading = new CuffReading(
                answer.systolic(),
                answer.diastolic(),
                OptionalInt.empty(),
                answer.pulse(),
                answer.time().deviceTime(origin.context().place(), UsbReply.FIRST_YEAR),
                Optional.of(new UserSlot(user + 1)),
                doubts);
        return memory.read(reading, answer.data(), frame, answer.fields());
    }

    /** NO: the same question again; these cuffs say it now and then. */
    private List<DriverAction> repeat(Instant now) {
        if (++times == MOST_TIMES) {
            return List.of(new Close("OMR-033 the cuff must answer but said NO " + MOST_TIMES + " times"));
        }
        return put(now);
    }

    private static List<DriverAction> again(Reject reject) {
        return List.of(reject, new Close("the cuff's reply was damaged; it is asked anew"));
    }

    private List<DriverAction> next(Instant now) {
        if (user + 1 < USERS) {
            return beginUser(user + 1, now);
        }
        asked = Asked.NOTHING;
        due = now.plus(EVERY);
        return List.of(new Wake(EVERY));
    }

    /** Twelve zeros first: after their answer nothing of before is on its way, which might be taken for another user's. */
    private List<DriverAction> beginUser(int whose, Instant now) {
        user = whose;
        return ask(Asked.CLEAR, now);
    }

    private List<DriverAction> ask(Asked what, Instant now) {
        asked = what;
        times = 0;
        return put(now);
    }

    private List<DriverAction> put(Instant now) {
        byte[] command =
                switch (asked) {
                    case COUNT -> new byte[] {'G', 'D', 'C', 0, (byte) user, 0, 0, (byte) user};
                    case READING -> new byte[] {'G', 'M', 'E', 0, (byte) user, 0, (byte) index, (byte) (index ^ user)};
                    case CLEAR, NOTHING -> new byte[12];
                };
        List<DriverAction> actions = new ArrayList<>();
        UsbMessage.reports(command).forEach(report -> actions.add(new Write(Channel.HID_REPORT, report)));
        due = now.plus(ANSWER_WITHIN);
        actions.add(new Wake(ANSWER_WITHIN));
        return actions;
    }
}
