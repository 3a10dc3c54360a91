package io.maimen.driver.mapped;

import io.maimen.driver.Channel;
import io.maimen.driver.FakeSession;
import io.maimen.observation.AbsentValue;
import io.maimen.observation.Component;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** A mapped device's messages, and what became of them in the words of docs/devices/mapped.md. */
final class Messages {
    private Messages() {}

    static FakeSession session(String mapping) {
        return new FakeSession(new MappedDriver(), Map.of("mapping", mapping)).connect();
    }

    static FakeSession sent(String mapping, String topic, String message) {
        return session(mapping).send(new Channel(topic), message.getBytes(StandardCharsets.UTF_8));
    }

    /** One line an observation. */
    static String read(FakeSession session) {
        return session.observations.stream().map(Messages::line).collect(Collectors.joining("\n"));
    }

    private static String line(Observation observation) {
        String value = observation.components().isEmpty()
                ? text(observation.value())
                : observation.components().stream().map(Messages::line).collect(Collectors.joining(", ", "[", "]"));
        return observation.type() + " " + value
                + observation
                        .source()
                        .slot()
                        .map(slot -> " slot " + slot.number())
                        .orElse("")
                + observation
                        .timing()
                        .deviceTime()
                        .map(time -> " at " + time.instant())
                        .orElse("")
                + observation.statuses().stream().map(status -> " " + status).collect(Collectors.joining());
    }

    private static String line(Component component) {
        return component.type() + " " + text(component.value());
    }

    private static String text(ObservationValue value) {
        return value instanceof NumericValue number
                ? number.quantity().toString()
                : ((AbsentValue) value).reason().code();
    }
}
