package io.maimen.driver.mapped;

import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a device's messages mean. Immutable.
 *
 * @param messages the first whose topic fits is the one
 */
record Mapping(List<Message> messages) {
    Mapping {
        messages = List.copyOf(messages);
    }

    /** What a topic's or resource's messages mean. */
    Optional<Message> of(String topic) {
        return messages.stream()
                .filter(message -> message.topic().matches(topic))
                .findFirst();
    }

    /**
     * One kind of message. Immutable.
     *
     * @param time where the device says when it measured
     * @param slot where it says for whom, by number
     * @param noValue its words for there being no value, and what each means
     * @param statuses what is to be said against every value
     * @param values at least one, or none for a message that is only kept
     */
    record Message(
            TopicFilter topic,
            Payload payload,
            Optional<TimeField> time,
            Optional<String> slot,
            Map<String, DataAbsentReason> noValue,
            Set<MeasurementStatus> statuses,
            List<Value> values) {
        Message {
            noValue = Map.copyOf(noValue);
            statuses = Set.copyOf(statuses);
            values = List.copyOf(values);
        }
    }

    /** What a message's bytes are. */
    enum Payload {
        JSON,
        NUMBER
    }

    /**
     * One value of a message. Immutable.
     *
     * @param at its place as a JSON pointer; empty for a message that is nothing but a number
     * @param scale what the number sent is multiplied with
     */
    record Value(String at, ObservationCode code, Unit unit, BigDecimal scale) {}

    /** A value's unit. */
    sealed interface Unit {
        /** Always the same. */
        record Fixed(UcumUnit unit) implements Unit {}

        /** The message says it, in these words. */
        record Told(String at, Map<String, UcumUnit> words) implements Unit {
            public Told {
                words = Map.copyOf(words);
            }
        }
    }
}
