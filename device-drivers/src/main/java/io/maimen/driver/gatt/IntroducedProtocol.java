package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Read;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.DriverEvent;
import io.maimen.driver.DriverEvent.Connected;
import io.maimen.driver.DriverEvent.NotStored;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverEvent.Stored;
import io.maimen.driver.DriverEvent.WriteFailed;
import io.maimen.driver.StoreId;
import io.maimen.driver.reading.Origin;
import io.maimen.observation.Bytes;
import io.maimen.observation.FrameField;
import io.maimen.observation.Observation;
import io.maimen.observation.RawFrame;
import io.maimen.observation.Timing;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What every device of the Bluetooth SIG's services is asked before it is listened to: maker, model and firmware, its battery,
 * and its clock, which is compared with ours and set where the device lets it be set. A device offers what it likes; what it
 * says is kept, and the service's own protocol goes on with it. Confined to its session's thread.
 */
final class IntroducedProtocol implements DeviceProtocol {
    /** The service's protocol counts its stores from 0. */
    private static final StoreId FACTS = new StoreId(-1);

    private static final Map<Channel, String> TEXTS = texts();

    private final Origin origin;
    private final Function<Introduction, DeviceProtocol> service;
    private final Set<Channel> awaited = new HashSet<>();
    private final Map<Channel, Bytes> answers = new HashMap<>();
    private final List<RawFrame> frames = new ArrayList<>();
    private Optional<ClockCorrection> clock = Optional.empty();
    private Optional<BatteryLevel> battery = Optional.empty();
    private Optional<DeviceProtocol> opened = Optional.empty();
    private Instant connectedAt = Instant.EPOCH;

    private static Map<Channel, String> texts() {
        Map<Channel, String> texts = new LinkedHashMap<>();
        texts.put(Characteristic.MODEL_NUMBER, "model number");
        texts.put(Characteristic.MANUFACTURER_NAME, "manufacturer name");
        texts.put(Characteristic.FIRMWARE_REVISION, "firmware revision");
        return texts;
    }

    /** @param service the protocol of the service itself, which hears of the connection when the device has answered */
    IntroducedProtocol(Origin origin, Function<Introduction, DeviceProtocol> service) {
        this.origin = origin;
        this.service = service;
    }

    @Override
    public List<DriverAction> on(DriverEvent event) {
        if (event instanceof Connected connected) {
            connectedAt = connected.at();
            return questions();
        }
        if (event instanceof Received received && awaited.remove(received.channel())) {
            answered(received);
            return goOn();
        }
        if (event instanceof WriteFailed failed && awaited.remove(failed.channel())) {
            return goOn();
        }
        return isOurs(event) ? List.of() : service().on(event);
    }

    private List<DriverAction> questions() {
        awaited.addAll(TEXTS.keySet());
        awaited.add(Characteristic.BATTERY_LEVEL);
        awaited.add(Characteristic.CURRENT_TIME);
        List<DriverAction> questions = new ArrayList<>();
        TEXTS.keySet().forEach(channel -> questions.add(new Read(channel)));
        questions.add(new Read(Characteristic.BATTERY_LEVEL));
        questions.add(new Read(Characteristic.CURRENT_TIME));
        return questions;
    }

    /** A clock that cannot be set keeps its own time; facts that could not be stored are asked again at the next connection. */
    private static boolean isOurs(DriverEvent event) {
        return (event instanceof WriteFailed failed && failed.channel().equals(Characteristic.CURRENT_TIME))
                || (event instanceof Stored stored && stored.storeId().equals(FACTS))
                || (event instanceof NotStored lost && lost.storeId().equals(FACTS));
    }

    private void answered(Received received) {
        answers.put(received.channel(), received.bytes());
        frames.add(new RawFrame(received.bytes(), received.at(), fields(received)));
    }

    private List<FrameField> fields(Received received) {
        if (received.channel().equals(Characteristic.BATTERY_LEVEL)) {
            battery = noted(BatteryLevel.DECODER, received).map(CharacteristicDecoder.Noted::value);
            return noted(BatteryLevel.DECODER, received)
                    .map(CharacteristicDecoder.Noted::fields)
                    .orElse(List.of());
        }
        if (received.channel().equals(Characteristic.CURRENT_TIME)) {
            clock = noted(CurrentTime.DECODER, received).flatMap(time -> correction(time.value(), received));
            return noted(CurrentTime.DECODER, received)
                    .map(CharacteristicDecoder.Noted::fields)
                    .orElse(List.of());
        }
        return List.of(new FrameField(
                TEXTS.get(received.channel()),
                Introduction.text(received.bytes()),
                "",
                0,
                received.bytes().size()));
    }

    private static <T> Optional<CharacteristicDecoder.Noted<T>> noted(
            CharacteristicDecoder<T> decoder, Received received) {
        Decoded<CharacteristicDecoder.Noted<T>> read =
                decoder.noted(received.bytes().asBuffer());
        return read instanceof Decoded.Frame<CharacteristicDecoder.Noted<T>> frame
                ? Optional.of(frame.frame())
                : Optional.empty();
    }

    /** Empty for a clock that is right, as far as any is, and for one that was never set: its times are none. */
    private Optional<ClockCorrection> correction(CurrentTime shown, Received received) {
        Optional<DeviceTime> time = shown.time().deviceTime(origin.context().place());
        return time.map(device ->
                        Duration.between(device.instant(), received.at().instant()))
                .filter(late -> late.abs().compareTo(Timing.TOLERATED_LEAD) > 0)
                .map(late -> new ClockCorrection(late, ClockCorrection.Reason.COMPARED_IN_SESSION));
    }

    /** When nothing more is awaited: keeps what was said, sets the clock and lets the service begin. */
    private List<DriverAction> goOn() {
        if (!awaited.isEmpty()) {
            return List.of();
        }
        List<DriverAction> actions = new ArrayList<>();
        if (!frames.isEmpty()) {
            actions.add(new Store(FACTS, frames, observations()));
        }
        if (answers.containsKey(Characteristic.CURRENT_TIME)) {
            actions.add(new Write(
                    Characteristic.CURRENT_TIME,
                    CurrentTime.of(connectedAt.atZone(origin.context().place()).toLocalDateTime())
                            .bytes()));
        }
        actions.addAll(service().on(new Connected(connectedAt)));
        return actions;
    }

    private List<Observation> observations() {
        return battery
                .map(level -> origin.moment(FACTS.number(), frames.get(0), Set.of(), Integer.toString(level.percent()))
                        .observation(Nomenclature.BATTERY_CHARGE, level.value()))
                .stream()
                .toList();
    }

    private DeviceProtocol service() {
        if (opened.isEmpty()) {
            Origin corrected = clock.map(origin::withClock).orElse(origin);
            opened = Optional.of(service.apply(new Introduction(corrected, answers)));
        }
        return opened.get();
    }
}
