package io.maimen.ingest.web;

import io.maimen.ingest.patient.Patient;
import io.maimen.ingest.patient.PatientIdentifier;
import io.maimen.ingest.patient.PatientIdentifier.IdentifierSystem;
import io.maimen.ingest.patient.Sex;
import io.maimen.ingest.register.HandEntry;
import io.maimen.ingest.register.Symptoms;
import io.maimen.ingest.security.OrganisationId;
import io.maimen.observation.code.Icd10Code;
import io.maimen.observation.code.ObservationCode;
import io.maimen.observation.patient.PatientId;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what people say about patients from a request's body; whatever is not as it must be is a 400. Stateless. */
final class PatientBody {
    /** Without vowels, so that no word comes to be, and without what looks alike. */
    private static final String LETTERS = "23456789bcdfghjkmnpqrstvwxz";

    private static final int ID_LETTERS = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PatientBody() {}

    /** A new patient; of the organisation of whoever enters it, where the body names none. */
    static Patient patient(JsonObject body, OrganisationId own) throws ApiException {
        String organisation = Parameters.text(body, "organisation");
        String sex = Parameters.text(body, "sex");
        List<PatientIdentifier> identifiers = identifiers(body);
        Optional<LocalDate> birthDate = parsed(body, "birthDate", LocalDate::parse);
        boolean simulated = flag(body, "simulated");
        String name = required(body, "name").strip();
        return checked(() -> new Patient(
                newId(),
                name,
                Sex.find(sex.isEmpty() ? "unknown" : sex)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "SRV-071 sex must be female, male, other or unknown but was '" + sex + "'")),
                birthDate,
                identifiers,
                organisation.isEmpty() ? own : new OrganisationId(organisation),
                simulated,
                Optional.empty()));
    }

    private static PatientId newId() {
        return new PatientId("p-"
                + RANDOM.ints(ID_LETTERS, 0, LETTERS.length())
                        .mapToObj(at -> LETTERS.substring(at, at + 1))
                        .collect(Collectors.joining()));
    }

    private static List<PatientIdentifier> identifiers(JsonObject body) throws ApiException {
        List<PatientIdentifier> identifiers = new ArrayList<>();
        for (Object item : array(body, "identifiers")) {
            if (!(item instanceof JsonObject identifier)) {
                throw bad("identifiers must be objects with system and value");
            }
            String system = required(identifier, "system");
            String value = required(identifier, "value");
            identifiers.add(checked(() -> new PatientIdentifier(
                    IdentifierSystem.find(system)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "SRV-071 system must be national-id, health-card or clinic-number but was '"
                                            + system + "'")),
                    value)));
        }
        return identifiers;
    }

    static PatientId patientId(JsonObject body, String name) throws ApiException {
        String text = required(body, name);
        return checked(() -> new PatientId(text));
    }

    /** A patient, or nobody where the body says null or nothing. */
    static Optional<PatientId> optionalPatient(JsonObject body, String name) throws ApiException {
        return Parameters.text(body, name).isEmpty() ? Optional.empty() : Optional.of(patientId(body, name));
    }

    static HandEntry.BloodPressure bloodPressure(JsonObject body) throws ApiException {
        BigDecimal systolic = decimal(body, "systolic");
        BigDecimal diastolic = decimal(body, "diastolic");
        return checked(() -> new HandEntry.BloodPressure(systolic, diastolic));
    }

    static List<Icd10Code> symptoms(JsonObject body) throws ApiException {
        List<Icd10Code> codes = new ArrayList<>();
        for (Object item : array(body, "codes")) {
            ObservationCode code = checked(() -> ObservationCode.parse(String.valueOf(item)));
            if (!(code instanceof Icd10Code symptom) || !Symptoms.all().containsKey(symptom)) {
                throw bad("codes must be of GET /api/symptoms but one was '" + code + "'");
            }
            codes.add(symptom);
        }
        if (codes.isEmpty()) {
            throw bad("codes must name a symptom but were empty");
        }
        return codes;
    }

    static Optional<Instant> instant(JsonObject body, String name) throws ApiException {
        return parsed(body, name, Instant::parse);
    }

    static String required(JsonObject body, String name) throws ApiException {
        String text = Parameters.text(body, name);
        if (text.isBlank()) {
            throw bad(name + " must be given but was not");
        }
        return text;
    }

    /** A whole number, as number or as text; empty where it is missing. */
    static Optional<Integer> whole(JsonObject body, String name, int least, int most) throws ApiException {
        Object value = body.getValue(name);
        if (value == null) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(String.valueOf(value));
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw bad(name + " must be a whole number");
        }
        throw bad(name + " must be " + least + " to " + most);
    }

    /** A number of at most one decimal place, as number or as text. */
    private static BigDecimal decimal(JsonObject body, String name) throws ApiException {
        try {
            BigDecimal number = new BigDecimal(String.valueOf(body.getValue(name)));
            if (number.scale() >= 0 && number.scale() <= 1 && number.precision() <= 4) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(name + " must be a number");
        }
        throw bad(name + " must be a number such as 128 or 128.5");
    }

    private static boolean flag(JsonObject body, String name) throws ApiException {
        Object value = body.getValue(name, false);
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw bad(name + " must be true or false");
    }

    private static JsonArray array(JsonObject body, String name) throws ApiException {
        if (body.getValue(name) instanceof JsonArray array && array.size() <= 100) {
            return array;
        }
        throw bad(name + " must be a list");
    }

    private static <T> Optional<T> parsed(JsonObject body, String name, Function<String, T> parser)
            throws ApiException {
        String text = Parameters.text(body, name);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            throw bad(name + " must be ISO 8601, such as 2025-03-01 or 2025-03-01T08:15:00.000Z");
        }
    }

    /** Makes a value of the model's; its refusal begins with its own code. */
    private static <T> T checked(java.util.function.Supplier<T> making) throws ApiException {
        try {
            return making.get();
        } catch (IllegalArgumentException e) {
            String[] refusal = String.valueOf(e.getMessage()).split(" ", 2);
            throw new ApiException(400, refusal[0], refusal[refusal.length - 1]);
        }
    }

    private static ApiException bad(String message) {
        return new ApiException(400, "SRV-071", message);
    }
}
