package io.maimen.driver.omron;

import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Close;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.Subscribe;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.Disconnected;
import io.maimen.driver.DriverEvent.Elapsed;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.Bytes;
import io.maimen.observation.RawFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One cuff whose memory is read: pair or unlock where there is a key, open, one slot after the other, close. Every question waits for
 * its answer and is asked up to five times. Nothing is deleted: the same record has the same identity when it is read again.
 * Confined to the session's thread.
 */
final class OmronProtocol implements DeviceProtocol {
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(2);
    private static final int OPEN_COUNT = 0x10;
    private static final int MOST_TRIES = 5;

    private final Memory memory;
    private final Optional<OmronKey> key;
    private final OmronReadings readings;
    private final Unstored unstored = new Unstored();
    private final OmronChannels channels = new OmronChannels();
    private Step step = Step.UNLOCK;
    private int slot;
    private int tries;

    /** What is asked now. */
    private enum Step {
        PAIR,
        TELL_KEY,
        UNLOCK,
        OPEN,
        READ,
        CLOSE,
        DONE
    }

    OmronProtocol(DeviceContext context) {
        memory = Memory.of(context.options());
        key = OmronKey.of(context.options());
        readings = new OmronReadings(memory, Origin.of(context, OmronDriver.REF), unstored);
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected) {
            return connected();
        }
        if (event instanceof Received received) {
            return received(received);
        }
        List<DriverAction> again = unstored.on(event);
        if (event instanceof Elapsed && step != Step.DONE) {
            List<DriverAction> actions = new ArrayList<>(again);
            actions.addAll(askAgain("no answer came"));
            return actions;
        }
        return event instanceof Elapsed || event instanceof Disconnected ? again : List.of();
    }

    private List<DriverAction> connected() {
        List<DriverAction> actions = new ArrayList<>();
        OmronChannels.FROM_CUFF.forEach(channel -> actions.add(new Subscribe(channel, SubscribeMode.NOTIFY)));
        if (key.isPresent()) {
            actions.add(new Subscribe(OmronChannels.UNLOCK, SubscribeMode.NOTIFY));
        }
        actions.addAll(
                ask(key.map(known -> known.pairing() ? Step.PAIR : Step.UNLOCK).orElse(Step.OPEN)));
        return actions;
    }

    private List<DriverAction> ask(Step next) {
        step = next;
        tries = 1;
        return question();
    }

    private List<DriverAction> askAgain(String why) {
        tries++;
        return tries > MOST_TRIES
                ? List.of(new Close("OMR-025 the cuff must answer when asked to " + step + " but did not in "
                        + MOST_TRIES + " tries: " + why + "; hold its button and pair it again"))
                : question();
    }

    private List<DriverAction> question() {
        channels.reset();
        List<DriverAction> actions = new ArrayList<>();
        switch (step) {
            case PAIR, TELL_KEY, UNLOCK -> actions.add(new Write(OmronChannels.UNLOCK, aboutKey()));
            case OPEN -> actions.addAll(OmronChannels.writes(MemoryFrame.question(MemoryFrame.OPEN, 0, OPEN_COUNT)));
            case READ -> actions.addAll(OmronChannels.writes(memory.question(slot)));
            default -> actions.addAll(OmronChannels.writes(MemoryFrame.question(MemoryFrame.CLOSE, 0, 0)));
        }
        actions.add(new Wake(ANSWER_WITHIN));
        return actions;
    }

    private Bytes aboutKey() {
        return switch (step) {
            case PAIR -> OmronKey.begin();
            case TELL_KEY -> key.orElseThrow().tell();
            default -> key.orElseThrow().unlock();
        };
    }

    private List<DriverAction> keyAnswered(Bytes answer) {
        boolean agreed = OmronKey.agrees(answer, aboutKey());
        return switch (step) {
            // A cuff that is not ready for a new key may have this one already.
            case PAIR -> ask(agreed ? Step.TELL_KEY : Step.UNLOCK);
            case TELL_KEY, UNLOCK -> agreed ? ask(Step.OPEN) : askAgain("the key does not fit");
            default -> List.of();
        };
    }

    private List<DriverAction> received(Received received) {
        if (received.channel().equals(OmronChannels.UNLOCK)) {
            return key.isPresent() ? keyAnswered(received.bytes()) : List.of();
        }
        Optional<Bytes> whole = channels.add(received.channel(), received.bytes());
        if (whole.isEmpty()) {
            return List.of();
        }
        RawFrame frame = new RawFrame(whole.get(), received.at());
        Decoded<MemoryFrame> decoded = MemoryFrame.read(whole.get().asBuffer());
        if (decoded instanceof Decoded.Refused<MemoryFrame> refused) {
            List<DriverAction> actions = new ArrayList<>(List.of(new Reject(refused.error(), frame)));
            actions.addAll(
                    step == Step.DONE ? List.of() : askAgain(refused.error().toString()));
            return actions;
        }
        return answered(((Decoded.Frame<MemoryFrame>) decoded).frame(), frame);
    }

    private List<DriverAction> answered(MemoryFrame answer, RawFrame frame) {
        if (step == Step.OPEN && answer.type() == (MemoryFrame.OPEN | MemoryFrame.ANSWER)) {
            slot = 0;
            return ask(Step.READ);
        }
        if (step == Step.CLOSE && answer.type() == (MemoryFrame.CLOSE | MemoryFrame.ANSWER)) {
            step = Step.DONE;
            return List.of(new Close("the cuff's memory is read"));
        }
        MemoryFrame asked = memory.question(Math.min(slot, memory.slots() - 1));
        if (step != Step.READ
                || answer.type() != (MemoryFrame.READ | MemoryFrame.ANSWER)
                || answer.address() != asked.address()
                || answer.count() != asked.count()) {
            return List.of(); // the answer to a question that was asked again meanwhile
        }
        List<DriverAction> actions = new ArrayList<>(readings.of(answer, slot, frame));
        slot++;
        actions.addAll(slot == memory.slots() ? ask(Step.CLOSE) : ask(Step.READ));
        return actions;
    }
}
