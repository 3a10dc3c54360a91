package io.maimen.observation;

import io.maimen.observation.code.LoincCode;
import io.maimen.observation.code.MdcCode;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.device.SpecimenId;
import io.maimen.observation.device.UserSlot;
import io.maimen.observation.time.ClockCorrection;
import io.maimen.observation.time.DeviceTime;
import io.maimen.observation.time.ReceiveTime;
import io.maimen.observation.time.TimeScale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every observation that the model allows, for property tests: every kind of value, gaps, extreme decimals and times. */
public final class ArbitraryObservations {
    private static final long MAX_UNSCALED = 999_999_999_999_999_999L;

    private ArbitraryObservations() {}

    public static Arbitrary<Observation> observations() {
        return Combinators.combine(
                        ids(), sources(), codes(), values(), components(), timings(), statuses(), provenances())
                .as((id, source, type, value, components, timing, statuses, provenance) ->
                        new Observation(id, source, type, value, components, timing, Set.copyOf(statuses), provenance));
    }

    public static Arbitrary<ObservationValue> values() {
        return Arbitraries.oneOf(
                Combinators.combine(quantities(), Arbitraries.of(QuantityComparator.class))
                        .as(NumericValue::new),
                codes().map(CodedValue::new),
                Combinators.combine(
                                Arbitraries.longs().greaterOrEqual(0),
                                Arbitraries.longs().greaterOrEqual(0))
                        .as((bits, mask) -> new BitsValue(bits & mask, mask)),
                texts().map(TextValue::new),
                sampled(),
                Arbitraries.of(DataAbsentReason.class).map(AbsentValue::new));
    }

    public static Arbitrary<RawFrame> rawFrames() {
        return Combinators.combine(
                        Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Bytes::of),
                        receiveTimes(),
                        texts().list().ofMaxSize(5))
                .as((bytes, at, values) -> new RawFrame(bytes, at, fields(bytes.size(), values)));
    }

    private static List<FrameField> fields(int frameSize, List<String> values) {
        int length = frameSize / (values.size() + 1);
        return IntStream.range(0, values.size())
                .mapToObj(i ->
                        new FrameField("field " + i, values.get(i), i % 2 == 0 ? "" : "mm[Hg]", i * length, length))
                .toList();
    }

    /** Every decimal a quantity may hold, the ends of the range among them. */
    public static Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.longs().between(-MAX_UNSCALED, MAX_UNSCALED),
                        Arbitraries.oneOf(
                                Arbitraries.integers().between(-127, 128),
                                Arbitraries.integers().between(0, 3)))
                .as((unscaled, scale) -> new BigDecimal(BigInteger.valueOf(unscaled), scale));
    }

    /** Times our scale holds, to the microsecond, mostly of our century. */
    public static Arbitrary<Instant> instants() {
        Instant least = Instant.parse("0001-01-01T00:00:00Z");
        Instant most = Instant.parse("9999-12-31T23:59:59.999999Z");
        return Arbitraries.oneOf(micros(least, most), micros(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z")));
    }

    private static Arbitrary<Instant> micros(Instant least, Instant most) {
        return Arbitraries.longs()
                .between(TimeScale.epochMicros(least), TimeScale.epochMicros(most))
                .map(TimeScale::ofEpochMicros);
    }

    private static Arbitrary<ObservationId> ids() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(32).map(ObservationId::new);
    }

    private static Arbitrary<MeasurementSource> sources() {
        Arbitrary<DeviceId> devices = Arbitraries.of("serial:AN-0001", "serial:ECG-0001", "eui64:0123456789abcdef")
                .map(DeviceId::parse);
        return Combinators.combine(
                        devices,
                        Arbitraries.integers()
                                .between(0, 255)
                                .map(UserSlot::new)
                                .optional(),
                        Arbitraries.of("S1", "样本 7", "x".repeat(64))
                                .map(SpecimenId::new)
                                .optional())
                .as(MeasurementSource::new);
    }

    private static Arbitrary<ObservationCode> codes() {
        return Arbitraries.oneOf(
                Arbitraries.of(Nomenclature.entries()).map(Nomenclature.Entry::code),
                Arbitraries.longs().between(1, 0xFFFF_FFFFL).map(MdcCode::new),
                Arbitraries.of("2823-3", "15074-8", "6298-4").map(LoincCode::new));
    }

    private static Arbitrary<Quantity> quantities() {
        return Combinators.combine(decimals(), units()).as(Quantity::new);
    }

    private static Arbitrary<UcumUnit> units() {
        return Arbitraries.of("mmol/L", "mm[Hg]", "1", "%", "/min", "{score}").map(UcumUnit::new);
    }

    private static Arbitrary<SampledValue> sampled() {
        Arbitrary<int[]> samples = Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(-2048, 2047)
                        .array(int[].class)
                        .ofMinSize(1)
                        .ofMaxSize(300),
                Arbitraries.integers().array(int[].class).ofMinSize(1).ofMaxSize(20));
        return Combinators.combine(
                        Combinators.combine(places(), places(), places()).as(StreamPosition::new),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.001"), new BigDecimal("100000"))
                                .ofScale(3),
                        decimals().filter(decimal -> decimal.signum() > 0),
                        units(),
                        samples,
                        Arbitraries.integers().between(1, 40).list().ofMaxSize(6))
                .as((position, rateHz, scale, unit, values, steps) -> new SampledValue(
                        position, rateHz, scale, unit, Samples.of(values), gaps(values.length, steps)));
    }

    private static Arbitrary<Long> places() {
        return Arbitraries.longs().between(0, (1L << 53) - 1);
    }

    /** Gaps by turns of signal and no signal, as far as they fit into the block. */
    private static List<SampleGap> gaps(int size, List<Integer> steps) {
        List<SampleGap> gaps = new ArrayList<>();
        int start = 0;
        for (int length : steps) {
            if (start + length > size) {
                break;
            }
            gaps.add(new SampleGap(start, length));
            start += 2 * length;
        }
        return gaps;
    }

    private static Arbitrary<List<Component>> components() {
        return Combinators.combine(codes(), values()).as(Component::new).list().ofMaxSize(2);
    }

    private static Arbitrary<Timing> timings() {
        return Arbitraries.oneOf(
                receiveTimes().map(Timing::received),
                Combinators.combine(deviceTimes(), receiveTimes()).as(Timing::of),
                Combinators.combine(deviceTimes(), receiveTimes(), corrections())
                        .as((device, received, correction) ->
                                new Timing(Optional.of(device), received, Optional.of(correction))));
    }

    private static Arbitrary<ReceiveTime> receiveTimes() {
        return instants().map(ReceiveTime::new);
    }

    private static Arbitrary<DeviceTime> deviceTimes() {
        return Combinators.combine(
                        micros(Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("2100-01-01T00:00:00Z")),
                        Arbitraries.integers().between(-64_800, 64_800).map(ZoneOffset::ofTotalSeconds),
                        Arbitraries.of(DeviceTime.OffsetBasis.class))
                .as((instant, offset, basis) ->
                        new DeviceTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), offset, basis));
    }

    private static Arbitrary<ClockCorrection> corrections() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(-1_000_000_000_000L, 1_000_000_000_000L)
                                .map(micros -> Duration.of(micros, ChronoUnit.MICROS)),
                        Arbitraries.of(ClockCorrection.Reason.class))
                .as(ClockCorrection::new);
    }

    private static Arbitrary<List<MeasurementStatus>> statuses() {
        return Arbitraries.of(MeasurementStatus.class).list().uniqueElements().ofMaxSize(4);
    }

    private static Arbitrary<Provenance> provenances() {
        Arbitrary<List<RawFrameRef>> frames =
                rawFrames().map(RawFrame::ref).list().ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of(new DriverRef("astm", "1"), new DriverRef("ecg-patch", "2.0-rc1")),
                        frames,
                        Arbitraries.of(true, false))
                .as(Provenance::new);
    }

    /** Text of every plane of Unicode; never half a surrogate pair, which is not text. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(text -> !text.isBlank() && text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
    }
}
