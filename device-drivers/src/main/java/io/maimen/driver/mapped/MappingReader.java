package io.maimen.driver.mapped;

import io.maimen.driver.mapped.Mapping.Message;
import io.maimen.driver.mapped.Mapping.Payload;
import io.maimen.driver.mapped.Mapping.Unit;
import io.maimen.driver.mapped.Mapping.Value;
import io.maimen.driver.mapped.Section.Kind;
import io.maimen.observation.DataAbsentReason;
import io.maimen.observation.MeasurementStatus;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.code.UcumUnit;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a mapping from YAML or JSON; docs/devices/mapped.md is its contract. Confined to one thread. */
final class MappingReader {
    private static final int MOST_DIGITS = 9;

    private static final Kind<TopicFilter> TOPIC =
            new Kind<>("a topic or resource path such as cuffs/+/result", TopicFilter::parse);
    private static final Kind<String> POINTER =
            new Kind<>("a JSON pointer such as /bp/sys", text -> accepted(text, text.startsWith("/")));
    private static final Kind<ObservationCode> CODE =
            new Kind<>("a code such as mdc:150021 or loinc:8480-6", MappingReader::code);
    private static final Kind<UcumUnit> UNIT = new Kind<>("a UCUM unit such as mm[Hg]", UcumUnit::new);
    private static final Kind<BigDecimal> SCALE =
            new Kind<>("a decimal other than 0, such as 0.1", MappingReader::scale);
    private static final Kind<Payload> PAYLOAD = oneOf(Map.of("json", Payload.JSON, "number", Payload.NUMBER));
    private static final Kind<TimeField.Form> FORM = oneOf(Map.of(
            "iso", TimeField.Form.ISO,
            "epochSeconds", TimeField.Form.EPOCH_SECONDS,
            "epochMilliseconds", TimeField.Form.EPOCH_MILLISECONDS));
    private static final Kind<MeasurementStatus> STATUS =
            new Kind<>("one of " + Arrays.toString(MeasurementStatus.values()), MeasurementStatus::valueOf);
    private static final Kind<DataAbsentReason> REASON =
            new Kind<>("a reason such as unknown, error or not-performed", MappingReader::reason);

    private final Problems problems = new Problems();

    private MappingReader() {}

    /** Throws IllegalArgumentException with every mistake found and its line, not only the first. */
    static Mapping read(String yaml) {
        return new MappingReader().mapping(yaml);
    }

    private Mapping mapping(String yaml) {
        YamlNode tree = YamlTree.read(yaml, problems);
        problems.end();
        Section root = new Section("mapping", tree, problems);
        List<Optional<Message>> messages =
                root.sections("messages").stream().map(this::message).toList();
        if (messages.isEmpty()) {
            root.refuse("MAP-004", "messages", "be a list of at least one message");
        }
        root.end();
        problems.end();
        return new Mapping(messages.stream().map(Optional::orElseThrow).toList());
    }

    private Optional<Message> message(Section section) {
        Optional<TopicFilter> topic = section.required("topic", TOPIC);
        Payload payload = section.optional("payload", PAYLOAD).orElse(Payload.JSON);
        Optional<TimeField> time = section.section("time").flatMap(this::time);
        Optional<String> slot = section.optional("slot", POINTER);
        Map<String, DataAbsentReason> noValue =
                section.section("noValue").map(words -> words.entries(REASON)).orElse(Map.of());
        List<MeasurementStatus> statuses = section.values("status", STATUS);
        Set<ObservationCode> codes = new HashSet<>();
        List<Optional<Value>> values = section.sections("values").stream()
                .map(value -> value(value, payload, codes))
                .toList();
        if (payload == Payload.NUMBER && (values.size() > 1 || time.isPresent() || slot.isPresent())) {
            section.refuse("MAP-007", "payload", "be json where a message has more than one value, a time or a slot");
        }
        section.end();
        return built(() -> new Message(
                topic.orElseThrow(),
                payload,
                time,
                slot,
                noValue,
                Set.copyOf(statuses),
                values.stream().map(Optional::orElseThrow).toList()));
    }

    private Optional<TimeField> time(Section section) {
        Optional<String> at = section.required("at", POINTER);
        TimeField.Form form = section.optional("form", FORM).orElse(TimeField.Form.ISO);
        section.end();
        return at.map(place -> new TimeField(place, form));
    }

    private Optional<Value> value(Section section, Payload payload, Set<ObservationCode> codes) {
        Optional<String> at =
                payload == Payload.JSON ? section.required("at", POINTER) : Optional.of(MappedReader.WHOLE);
        Optional<ObservationCode> code = section.required("code", CODE);
        Optional<Unit> unit = section.isText("unit")
                ? section.required("unit", UNIT).map(Unit.Fixed::new)
                : section.section("unit").flatMap(this::told);
        BigDecimal scale = section.optional("scale", SCALE).orElse(BigDecimal.ONE);
        section.end();
        if (code.isPresent() && !codes.add(code.get())) {
            section.refuse("MAP-006", "code", "be there once in a message");
        }
        return built(() -> new Value(at.orElseThrow(), code.orElseThrow(), unit.orElseThrow(), scale));
    }

    private Optional<Unit> told(Section section) {
        Optional<String> at = section.required("at", POINTER);
        Optional<Section> words = section.section("words");
        if (words.isEmpty()) {
            section.refuse("MAP-004", "words", "be the device's words for units, such as C: Cel");
        }
        Map<String, UcumUnit> units = words.map(each -> each.entries(UNIT)).orElse(Map.of());
        section.end();
        return at.map(place -> new Unit.Told(place, units));
    }

    /** Any problem means no mapping, so nothing is built from halves. */
    private <T> Optional<T> built(Supplier<T> parts) {
        return problems.isEmpty() ? Optional.of(parts.get()) : Optional.empty();
    }

    private static String accepted(String text, boolean accepted) {
        if (!accepted) {
            throw new IllegalArgumentException("not accepted");
        }
        return text;
    }

    /** The code we keep a quantity by, where the one written names just one of those we know. */
    private static ObservationCode code(String text) {
        ObservationCode code = ObservationCode.parse(text);
        List<ObservationCode> ours = Nomenclature.entries().stream()
                .filter(entry -> entry.loinc().stream().anyMatch(code::equals))
                .map(Nomenclature.Entry::code)
                .toList();
        return ours.size() == 1 ? ours.get(0) : code;
    }

    private static BigDecimal scale(String text) {
        BigDecimal scale = new BigDecimal(text);
        accepted(
                text,
                scale.signum() != 0 && scale.precision() <= MOST_DIGITS && Math.abs(scale.scale()) <= MOST_DIGITS);
        return scale;
    }

    private static DataAbsentReason reason(String text) {
        return Arrays.stream(DataAbsentReason.values())
                .filter(reason -> reason.code().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static <T> Kind<T> oneOf(Map<String, T> names) {
        return new Kind<>(
                "one of " + names.keySet().stream().sorted().toList(),
                text -> names.get(accepted(text, names.containsKey(text))));
    }
}
