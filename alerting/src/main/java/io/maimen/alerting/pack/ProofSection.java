package io.maimen.alerting.pack;

import io.maimen.alerting.rule.Proof;
import io.maimen.observation.code.Icd10Code;
import io.maimen.observation.code.ObservationCode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code proof}: what it takes beyond a measurement over the limit. Stateless. */
final class ProofSection {
    private static final List<String> KINDS = List.of("once", "unconfirmed", "repeated", "symptom");

    private ProofSection() {}

    /** The proof, {@link Proof.Once} where none is given; empty where something is wrong with it. */
    static Optional<Proof> read(PackField field) {
        if (!field.isGiven()) {
            return Optional.of(new Proof.Once());
        }
        Optional<String> kind = field.get("kind").as("PACK-017", "be one of " + String.join(", ", KINDS), text -> {
            if (!KINDS.contains(text)) {
                throw new IllegalArgumentException(text);
            }
            return text;
        });
        if (kind.isEmpty()) {
            field.fields(List.of("kind"), List.of("after", "within", "symptoms"));
            return Optional.empty();
        }
        return switch (kind.get()) {
            case "repeated" -> repeated(field);
            case "symptom" -> symptom(field);
            default -> {
                field.fields(List.of("kind"), List.of());
                yield Optional.of(kind.get().equals("once") ? new Proof.Once() : new Proof.Unconfirmed());
            }
        };
    }

    private static Optional<Proof> repeated(PackField field) {
        field.fields(List.of("kind", "after", "within"), List.of());
        Optional<Duration> after = field.get("after").duration();
        Optional<Duration> within = field.get("within").duration();
        if (after.isEmpty() || within.isEmpty()) {
            return Optional.empty();
        }
        if (within.get().compareTo(after.get()) <= 0) {
            field.get("within").refuse("PACK-018", "be longer than after, " + after.get());
            return Optional.empty();
        }
        return Optional.of(new Proof.Repeated(after.get(), within.get()));
    }

    private static Optional<Proof> symptom(PackField field) {
        field.fields(List.of("kind", "within", "symptoms"), List.of());
        Optional<Duration> within = field.get("within").duration();
        List<PackField> items = field.get("symptoms").items();
        Set<ObservationCode> symptoms = new HashSet<>();
        items.forEach(item -> item.as("PACK-005", "be an ICD-10 code, such as icd10:R51", ProofSection::icd10)
                .ifPresent(symptoms::add));
        return within.isEmpty() || items.isEmpty() || symptoms.size() < items.size()
                ? Optional.empty()
                : Optional.of(new Proof.WithSymptom(symptoms, within.get()));
    }

    private static ObservationCode icd10(String text) {
        ObservationCode code = ObservationCode.parse(text);
        if (!(code instanceof Icd10Code)) {
            throw new IllegalArgumentException(text);
        }
        return code;
    }
}
