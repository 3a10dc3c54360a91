package io.maimen.observation.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one table that ties a quantity's codes, unit and names together. Immutable; may be shared.
 *
 * <p>Sources: IEEE 11073-10101 (MDC), LOINC, UCUM. Codes are referenced through the constants here, never retyped.
 */
public final class Nomenclature {
    /** Glucose in capillary whole blood, MDC_CONC_GLU_CAPILLARY_WHOLEBLOOD. */
    public static final MdcCode GLUCOSE_CAPILLARY_WHOLE_BLOOD = new MdcCode(160184);
    /** Control solution measured by a glucose analyser, MDC_CONC_GLU_CONTROL; never a patient's result. */
    public static final MdcCode GLUCOSE_CONTROL = new MdcCode(160208);
    /** Potassium in blood. No MDC term in use by analysers is known to us, so LOINC leads. */
    public static final LoincCode POTASSIUM_BLOOD = new LoincCode("6298-4");
    /** Electrical potential of ECG lead I, MDC_ECG_ELEC_POTL_I. */
    public static final MdcCode ECG_LEAD_I = new MdcCode(131329);
    /** Electrical potential of ECG lead II, MDC_ECG_ELEC_POTL_II. */
    public static final MdcCode ECG_LEAD_II = new MdcCode(131330);

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    GLUCOSE_CAPILLARY_WHOLE_BLOOD,
                    Optional.of(new LoincCode("15074-8")),
                    UcumUnit.MILLIMOLE_PER_LITRE,
                    new BilingualText("血糖", "Glucose")),
            new Entry(
                    GLUCOSE_CONTROL,
                    Optional.empty(),
                    UcumUnit.MILLIMOLE_PER_LITRE,
                    new BilingualText("血糖质控液", "Glucose control solution")),
            new Entry(
                    POTASSIUM_BLOOD,
                    Optional.of(POTASSIUM_BLOOD),
                    UcumUnit.MILLIMOLE_PER_LITRE,
                    new BilingualText("血钾", "Potassium")),
            new Entry(ECG_LEAD_I, Optional.empty(), UcumUnit.MILLIVOLT, new BilingualText("心电 I 导", "ECG lead I")),
            new Entry(ECG_LEAD_II, Optional.empty(), UcumUnit.MILLIVOLT, new BilingualText("心电 II 导", "ECG lead II")));

    private static final Map<ObservationCode, Entry> BY_CODE = ENTRIES.stream()
            .flatMap(entry -> Stream.concat(Stream.of(entry.code()), entry.loinc().stream())
                    .distinct()
                    .map(code -> Map.entry(code, entry)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private Nomenclature() {}

    /**
     * One row.
     *
     * @param code the code our observations carry
     * @param loinc the LOINC code to give to others, where one is known
     * @param unit the unit we keep values in
     */
    public record Entry(ObservationCode code, Optional<LoincCode> loinc, UcumUnit unit, BilingualText display) {}

    /** The row of a code in either system; empty for a code the table does not hold. */
    public static Optional<Entry> find(ObservationCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Every row. */
    public static List<Entry> entries() {
        return ENTRIES;
    }
}
