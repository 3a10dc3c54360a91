package io.maimen.simulator.conformance.play;

import io.maimen.observation.AbsentValue;
import io.maimen.observation.NumericValue;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.SampledValue;
import io.maimen.observation.code.ObservationCode;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An observation's numbers, as a device tells what it measured. Stateless. */
final class Values {
    private Values() {}

    /** Its value, its components' and each sample that carries a signal; words and codes are left out. */
    static Stream<Measured> of(Observation observation) {
        Stream<Measured> parts = observation.components().stream().flatMap(part -> of(part.type(), part.value()));
        boolean partsOnly = observation.value() instanceof AbsentValue
                && !observation.components().isEmpty();
        return partsOnly ? parts : Stream.concat(of(observation.type(), observation.value()), parts);
    }

    private static Stream<Measured> of(ObservationCode code, ObservationValue value) {
        if (value instanceof NumericValue number) {
            String digits = number.quantity().value().toPlainString();
            return Stream.of(new Measured(
                    code, Optional.of(digits), number.quantity().unit().code()));
        }
        if (value instanceof SampledValue waveform) {
            return IntStream.range(0, waveform.samples().size())
                    .filter(index -> waveform.gaps().stream()
                            .noneMatch(gap -> index >= gap.start() && index < gap.start() + gap.length()))
                    .mapToObj(index -> new Measured(
                            code,
                            Optional.of(waveform.scale()
                                    .multiply(BigDecimal.valueOf(
                                            waveform.samples().get(index)))
                                    .toPlainString()),
                            waveform.unit().code()));
        }
        return value instanceof AbsentValue ? Stream.of(new Measured(code, Optional.empty(), "1")) : Stream.empty();
    }

    /** The same number without the zeros that only tell a precision. */
    static Measured plain(Measured measured) {
        return new Measured(
                measured.code(),
                measured.value()
                        .map(digits ->
                                new BigDecimal(digits).stripTrailingZeros().toPlainString()),
                measured.unit());
    }
}
