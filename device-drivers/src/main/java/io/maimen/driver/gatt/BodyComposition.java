package io.maimen.driver.gatt;

import io.maimen.driver.Channel;
import io.maimen.driver.Decoded;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Reject;
import io.maimen.driver.DriverAction.SubscribeMode;
import io.maimen.driver.DriverAction.Wake;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.reading.Origin;
import io.maimen.driver.reading.Unstored;
import io.maimen.observation.RawFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Listens to a scale's body composition. A measurement that does not fit into one packet comes in two, the first of which says
 * so (Body Composition Service 1.0, section 3.2.1.1): they are one measurement. Confined to its session's thread.
 */
final class BodyComposition implements Hearing {
    /** Longer than any connection interval: what has not followed by then does not follow. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Optional<Packet> first = Optional.empty();

    /** One packet. */
    private record Packet(BodyCompositionMeasurement measured, RawFrame frame) {}

    @Override
    public Channel channel() {
        return Characteristic.BODY_COMPOSITION_MEASUREMENT;
    }

    @Override
    public SubscribeMode mode() {
        return SubscribeMode.INDICATE;
    }

    @Override
    public List<DriverAction> heard(Received received, Unstored unstored, Origin origin) {
        Decoded<CharacteristicDecoder.Noted<BodyCompositionMeasurement>> read =
                BodyCompositionMeasurement.DECODER.noted(received.bytes().asBuffer());
        if (read instanceof Decoded.Refused<?> refused) {
            return List.of(new Reject(refused.error(), new RawFrame(received.bytes(), received.at())));
        }
        var noted = ((Decoded.Frame<CharacteristicDecoder.Noted<BodyCompositionMeasurement>>) read).frame();
        Packet packet = new Packet(noted.value(), new RawFrame(received.bytes(), received.at(), noted.fields()));
        if (first.isPresent() && follows(packet.measured())) {
            Packet begun = first.get();
            first = Optional.empty();
            return List.of(store(
                    begun.measured().with(packet.measured()),
                    List.of(begun.frame(), packet.frame()),
                    unstored,
                    origin));
        }
        List<DriverAction> actions = new ArrayList<>(silence(unstored, origin));
        if (packet.measured().continued()) {
            first = Optional.of(packet);
            actions.add(new Wake(PATIENCE));
        } else {
            actions.add(store(packet.measured(), List.of(packet.frame()), unstored, origin));
        }
        return actions;
    }

    /** The rest of a measurement names no other time and no other user. */
    private boolean follows(BodyCompositionMeasurement next) {
        BodyCompositionMeasurement begun = first.orElseThrow().measured();
        boolean sameTime = next.time().isEmpty() || next.time().equals(begun.time());
        boolean sameUser = next.user().isEmpty() || next.user().equals(begun.user());
        return sameTime && sameUser;
    }

    @Override
    public List<DriverAction> silence(Unstored unstored, Origin origin) {
        List<DriverAction> actions = first.stream()
                .map(packet -> store(packet.measured(), List.of(packet.frame()), unstored, origin))
                .toList();
        first = Optional.empty();
        return actions;
    }

    private static DriverAction store(
            BodyCompositionMeasurement measured, List<RawFrame> frames, Unstored unstored, Origin origin) {
        return unstored.store(frames, WeightObservations.composition(measured, frames, unstored.number(), origin));
    }
}
