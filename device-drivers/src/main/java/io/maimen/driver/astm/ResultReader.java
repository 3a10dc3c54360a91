package io.maimen.driver.astm;

import static java.util.stream.Collectors.joining;

import io.maimen.driver.DecodeError;
import io.maimen.driver.Decoded;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.MeasurementKey;
import io.maimen.observation.MeasurementSource;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.Observation;
import io.maimen.observation.ObservationId;
import io.maimen.observation.ObservationValue;
import io.maimen.observation.Provenance;
import io.maimen.observation.RawFrameRef;
import io.maimen.observation.Timing;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes an observation of an R record (LIS02-A2 section 9) and of what stands above it. Stateless. */
final class ResultReader {
    private static final int TEST = 3;
    private static final int VALUE = 4;
    private static final int UNIT = 5;
    private static final int STATUS = 9;
    private static final int COMPLETED = 13;
    private static final int LONGEST_SPECIMEN = 64;
    private static final char UNREADABLE = '\uFFFD';

    private final DeviceContext context;
    private final AstmOptions options;

    ResultReader(DeviceContext context, AstmOptions options) {
        this.context = context;
        this.options = options;
    }

    /** The observation, or why the record is none: it would be the same if it were sent again. */
    Decoded<Observation> read(AstmRecord result, Header header, Order order, List<RawFrameRef> frames, ReceiveTime at) {
        String test = result.firstComponent(TEST);
        ObservationCode type = options.codes().get(test);
        if (type == null) {
            return Decoded.refused(
                    "AST-022",
                    0,
                    "test (R-3) must be one of " + knownTests() + " but was '" + test
                            + "'; name its code in options.codes." + test);
        }
        Optional<DecodeError> badSpecimen = badSpecimen(order.specimen());
        if (badSpecimen.isPresent()) {
            return new Decoded.Refused<>(badSpecimen.get());
        }
        ResultStatus status = new ResultStatus(result.field(STATUS));
        Decoded<ObservationValue> value = ResultValue.of(result.field(VALUE), result.field(UNIT), status);
        if (value instanceof Decoded.Refused<ObservationValue> refused) {
            return new Decoded.Refused<>(refused.error());
        }
        Optional<DeviceTime> completed = CompletedTime.of(result.field(COMPLETED), context.place());
        return new Decoded.Frame<>(new Observation(
                identity(result, type, order.specimen(), completed),
                new MeasurementSource(context.device(), Optional.empty(), specimen(order.specimen())),
                type,
                ((Decoded.Frame<ObservationValue>) value).frame(),
                List.of(),
                completed.map(time -> Timing.of(time, at)).orElseGet(() -> Timing.received(at)),
                statuses(status, header.control() || order.control(), completed.isPresent()),
                new Provenance(AstmDriver.REF, allFrames(header, order, frames), header.simulated())));
    }

    /** Without a usable clock the connection takes its place (design 5.4): rather two marked readings than one lost. */
    private ObservationId identity(
            AstmRecord result, ObservationCode type, String specimen, Optional<DeviceTime> completed) {
        String instead = completed.isPresent() ? "" : context.connection() + " " + result.field(COMPLETED);
        return MeasurementKey.of(
                        specimen,
                        result.field(TEST),
                        result.field(VALUE),
                        result.field(UNIT),
                        result.field(STATUS),
                        instead)
                .identify(context.device(), type, completed);
    }

    private static Set<MeasurementStatus> statuses(ResultStatus status, boolean control, boolean clockSet) {
        Set<MeasurementStatus> statuses = EnumSet.noneOf(MeasurementStatus.class);
        status.doubt().ifPresent(statuses::add);
        if (control) {
            statuses.add(MeasurementStatus.QUALITY_CONTROL);
        }
        if (!clockSet) {
            statuses.add(MeasurementStatus.DEVICE_CLOCK_UNSET);
            statuses.add(MeasurementStatus.POSSIBLY_THE_SAME);
        }
        return statuses;
    }

    /** A specimen that cannot be read surely could be another patient's. */
    private static Optional<DecodeError> badSpecimen(String specimen) {
        if (specimen.length() > LONGEST_SPECIMEN) {
            return Optional.of(new DecodeError(
                    "AST-025", 0, "specimen (O-3) must be at most 64 characters but was " + specimen.length()));
        }
        if (specimen.indexOf(UNREADABLE) >= 0 || specimen.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(new DecodeError(
                    "AST-025", 0, "specimen (O-3) must be readable text but was not; check options.encoding"));
        }
        return Optional.empty();
    }

    private static Optional<SpecimenId> specimen(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new SpecimenId(text));
    }

    private static List<RawFrameRef> allFrames(Header header, Order order, List<RawFrameRef> frames) {
        return Stream.of(header.frames(), order.frames(), frames)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private String knownTests() {
        return options.codes().keySet().stream().sorted().collect(joining(", "));
    }
}
