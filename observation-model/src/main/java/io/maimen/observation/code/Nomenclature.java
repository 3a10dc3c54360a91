package io.maimen.observation.code;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Blood pressure taken with a cuff, as a panel of its components, MDC_PRESS_BLD_NONINV. */
    public static final MdcCode BLOOD_PRESSURE = new MdcCode(150020);
    /** Systolic blood pressure by cuff, MDC_PRESS_BLD_NONINV_SYS. */
    public static final MdcCode BLOOD_PRESSURE_SYSTOLIC = new MdcCode(150021);
    /** Diastolic blood pressure by cuff, MDC_PRESS_BLD_NONINV_DIA. */
    public static final MdcCode BLOOD_PRESSURE_DIASTOLIC = new MdcCode(150022);
    /** Mean arterial pressure by cuff, MDC_PRESS_BLD_NONINV_MEAN. */
    public static final MdcCode BLOOD_PRESSURE_MEAN = new MdcCode(150023);
    /** Pulse rate counted by a cuff, MDC_PULS_RATE_NON_INV. */
    public static final MdcCode PULSE_RATE_CUFF = new MdcCode(149546);
    /** Pulse rate counted by a pulse oximeter, MDC_PULS_OXIM_PULS_RATE. */
    public static final MdcCode PULSE_RATE_OXIMETER = new MdcCode(149530);
    /** Oxygen saturation by pulse oximetry, MDC_PULS_OXIM_SAT_O2. */
    public static final MdcCode OXYGEN_SATURATION = new MdcCode(150456);

    /** Heart rate from an ECG or a chest strap, MDC_ECG_HEART_RATE. */
    public static final MdcCode HEART_RATE = new MdcCode(147842);
    /** Breaths, MDC_RESP_RATE. */
    public static final MdcCode RESPIRATION_RATE = new MdcCode(151562);
    /** Body temperature, MDC_TEMP_BODY. */
    public static final MdcCode BODY_TEMPERATURE = new MdcCode(150364);
    /** Body weight, MDC_MASS_BODY_ACTUAL. */
    public static final MdcCode BODY_WEIGHT = new MdcCode(188736);
    /** Share of fat in the body's mass, MDC_BODY_FAT. */
    public static final MdcCode BODY_FAT = new MdcCode(188748);
    /** Body mass index, MDC_RATIO_MASS_BODY_LEN_SQ. */
    public static final MdcCode BODY_MASS_INDEX = new MdcCode(188752);
    /** Glucose in capillary plasma, MDC_CONC_GLU_CAPILLARY_PLASMA: what most meters at home show. */
    public static final MdcCode GLUCOSE_CAPILLARY_PLASMA = new MdcCode(160188);
    /** Glucose in venous whole blood, MDC_CONC_GLU_VENOUS_WHOLEBLOOD. */
    public static final MdcCode GLUCOSE_VENOUS_WHOLE_BLOOD = new MdcCode(160192);
    /** Glucose in venous plasma, MDC_CONC_GLU_VENOUS_PLASMA. */
    public static final MdcCode GLUCOSE_VENOUS_PLASMA = new MdcCode(160196);
    /** Glucose in arterial whole blood, MDC_CONC_GLU_ARTERIAL_WHOLEBLOOD. */
    public static final MdcCode GLUCOSE_ARTERIAL_WHOLE_BLOOD = new MdcCode(160200);
    /** Glucose in arterial plasma, MDC_CONC_GLU_ARTERIAL_PLASMA. */
    public static final MdcCode GLUCOSE_ARTERIAL_PLASMA = new MdcCode(160204);
    /** Glucose in interstitial fluid, MDC_CONC_GLU_ISF: what continuous monitors measure. */
    public static final MdcCode GLUCOSE_INTERSTITIAL = new MdcCode(160212);
    /** Glucose in whole blood that the meter does not name further, MDC_CONC_GLU_UNDETERMINED_WHOLEBLOOD. */
    public static final MdcCode GLUCOSE_WHOLE_BLOOD = new MdcCode(160364);
    /** Glucose in plasma that the meter does not name further, MDC_CONC_GLU_UNDETERMINED_PLASMA. */
    public static final MdcCode GLUCOSE_PLASMA = new MdcCode(160368);

    /** What is left in a device's battery, MDC_ATTR_VAL_BATT_CHARGE: of the device, not of who is measured. */
    public static final MdcCode BATTERY_CHARGE = new MdcCode(67996);

    /** What devices say of themselves: nobody's reading. */
    public static final Set<MdcCode> OF_DEVICES = Set.of(BATTERY_CHARGE);

    /** Atrial fibrillation or flutter: what an ECG may show, with how long it lasts so far; 0 when it is over. */
    public static final Icd10Code ECG_ATRIAL_FIBRILLATION = new Icd10Code("I48.9");
    /** Bradycardia in an ECG, likewise. */
    public static final Icd10Code ECG_BRADYCARDIA = new Icd10Code("R00.1");
    /** Tachycardia in an ECG, likewise. */
    public static final Icd10Code ECG_TACHYCARDIA = new Icd10Code("R00.0");
    /** A pause between beats of an ECG, likewise: unspecified abnormality of heart beat. */
    public static final Icd10Code ECG_PAUSE = new Icd10Code("R00.8");
    /** A run of ventricular beats in an ECG, with how many beats at least; 0 when it is over. */
    public static final Icd10Code ECG_VENTRICULAR_RUN = new Icd10Code("I47.2");

    /** What somebody complains of; the value says which. No MDC term is known to us, so LOINC leads. */
    public static final LoincCode SYMPTOM = new LoincCode("75325-1");

    /** All glucose there is: meters show it in mmol/L or in mg/dL. */
    public static final Set<MdcCode> GLUCOSE = Set.of(
            GLUCOSE_CAPILLARY_WHOLE_BLOOD,
            GLUCOSE_CAPILLARY_PLASMA,
            GLUCOSE_VENOUS_WHOLE_BLOOD,
            GLUCOSE_VENOUS_PLASMA,
            GLUCOSE_ARTERIAL_WHOLE_BLOOD,
            GLUCOSE_ARTERIAL_PLASMA,
            GLUCOSE_INTERSTITIAL,
            GLUCOSE_WHOLE_BLOOD,
            GLUCOSE_PLASMA,
            GLUCOSE_CONTROL);

    private static final List<Entry> NUMBERS = List.of(
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
            row(BLOOD_PRESSURE, "85354-9", UcumUnit.MILLIMETRE_OF_MERCURY, "血压", "Blood pressure"),
            row(BLOOD_PRESSURE_SYSTOLIC, "8480-6", UcumUnit.MILLIMETRE_OF_MERCURY, "收缩压", "Systolic blood pressure"),
            row(BLOOD_PRESSURE_DIASTOLIC, "8462-4", UcumUnit.MILLIMETRE_OF_MERCURY, "舒张压", "Diastolic blood pressure"),
            row(BLOOD_PRESSURE_MEAN, "8478-0", UcumUnit.MILLIMETRE_OF_MERCURY, "平均动脉压", "Mean arterial pressure"),
            row(PULSE_RATE_CUFF, "8867-4", UcumUnit.PER_MINUTE, "脉率（袖带）", "Pulse rate (cuff)"),
            row(PULSE_RATE_OXIMETER, "8889-8", UcumUnit.PER_MINUTE, "脉率（血氧仪）", "Pulse rate (oximeter)"),
            row(OXYGEN_SATURATION, "59408-5", UcumUnit.PERCENT, "血氧饱和度", "Oxygen saturation"),
            row(HEART_RATE, "8867-4", UcumUnit.PER_MINUTE, "心率", "Heart rate"),
            row(RESPIRATION_RATE, "9279-1", UcumUnit.PER_MINUTE, "呼吸频率", "Respiration rate"),
            row(BODY_TEMPERATURE, "8310-5", UcumUnit.CELSIUS, "体温", "Body temperature"),
            row(BODY_WEIGHT, "29463-7", UcumUnit.KILOGRAM, "体重", "Body weight"),
            row(BODY_FAT, "41982-0", UcumUnit.PERCENT, "体脂率", "Body fat"),
            row(BODY_MASS_INDEX, "39156-5", UcumUnit.KILOGRAM_PER_SQUARE_METRE, "体重指数", "Body mass index"),
            glucose(GLUCOSE_CAPILLARY_PLASMA, "末梢血浆血糖", "Glucose, capillary plasma"),
            glucose(GLUCOSE_VENOUS_WHOLE_BLOOD, "静脉全血血糖", "Glucose, venous whole blood"),
            glucose(GLUCOSE_VENOUS_PLASMA, "静脉血浆血糖", "Glucose, venous plasma"),
            glucose(GLUCOSE_ARTERIAL_WHOLE_BLOOD, "动脉全血血糖", "Glucose, arterial whole blood"),
            glucose(GLUCOSE_ARTERIAL_PLASMA, "动脉血浆血糖", "Glucose, arterial plasma"),
            glucose(GLUCOSE_INTERSTITIAL, "组织间液葡萄糖", "Glucose, interstitial fluid"),
            glucose(GLUCOSE_WHOLE_BLOOD, "全血血糖", "Glucose, whole blood"),
            glucose(GLUCOSE_PLASMA, "血浆血糖", "Glucose, plasma"),
            laboratory("2951-2", UcumUnit.MILLIMOLE_PER_LITRE, "血钠", "Sodium, plasma"),
            laboratory("2823-3", UcumUnit.MILLIMOLE_PER_LITRE, "血浆钾", "Potassium, plasma"),
            laboratory("2075-0", UcumUnit.MILLIMOLE_PER_LITRE, "血氯", "Chloride, plasma"),
            laboratory("4548-4", UcumUnit.PERCENT, "糖化血红蛋白", "Haemoglobin A1c"),
            laboratory("59261-8", UcumUnit.MILLIMOLE_PER_MOLE, "糖化血红蛋白（IFCC）", "Haemoglobin A1c (IFCC)"),
            laboratory("1988-5", UcumUnit.MILLIGRAM_PER_LITRE, "C反应蛋白", "C-reactive protein"),
            new Entry(
                    BATTERY_CHARGE,
                    Optional.empty(),
                    UcumUnit.PERCENT,
                    new BilingualText("设备电量", "Device battery charge")),
            finding(ECG_ATRIAL_FIBRILLATION, UcumUnit.SECOND, "心电：可能房颤", "ECG: possible atrial fibrillation"),
            finding(ECG_BRADYCARDIA, UcumUnit.SECOND, "心电：可能心动过缓", "ECG: possible bradycardia"),
            finding(ECG_TACHYCARDIA, UcumUnit.SECOND, "心电：可能心动过速", "ECG: possible tachycardia"),
            finding(ECG_PAUSE, UcumUnit.SECOND, "心电：可能长间歇", "ECG: possible pause"),
            finding(ECG_VENTRICULAR_RUN, UcumUnit.BEATS, "心电：可能室性连搏", "ECG: possible ventricular run"),
            new Entry(SYMPTOM, Optional.of(SYMPTOM), UcumUnit.ONE, new BilingualText("症状", "Symptom")));

    private static final List<Entry> ENTRIES = Stream.concat(
                    NUMBERS.stream(), EcgLead.known().stream().map(Nomenclature::lead))
            .toList();

    private static final Map<ObservationCode, Entry> BY_CODE = ENTRIES.stream()
            .flatMap(entry -> Stream.concat(Stream.of(entry.code()), entry.loinc().stream())
                    .distinct()
                    .map(code -> Map.entry(code, entry)))
            // LOINC has one heart rate where MDC has one for each way of counting: the first row answers for the
            // others.
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (first, other) -> first));

    private Nomenclature() {}

    /**
     * One row.
     *
     * @param code the code our observations carry
     * @param loinc the LOINC code to give to others, where one is known
     * @param unit the unit we keep values in
     */
    public record Entry(ObservationCode code, Optional<LoincCode> loinc, UcumUnit unit, BilingualText display) {}

    private static Entry glucose(MdcCode code, String zh, String en) {
        return new Entry(code, Optional.empty(), UcumUnit.MILLIMOLE_PER_LITRE, new BilingualText(zh, en));
    }

    private static Entry laboratory(String loinc, UcumUnit unit, String zh, String en) {
        LoincCode code = new LoincCode(loinc);
        return new Entry(code, Optional.of(code), unit, new BilingualText(zh, en));
    }

    private static Entry finding(Icd10Code code, UcumUnit unit, String zh, String en) {
        return new Entry(code, Optional.empty(), unit, new BilingualText(zh, en));
    }

    private static Entry lead(EcgLead lead) {
        return new Entry(
                lead.code(),
                Optional.empty(),
                UcumUnit.MILLIVOLT,
                new BilingualText("心电 " + lead.name() + " 导", "ECG lead " + lead.name()));
    }

    private static Entry row(MdcCode code, String loinc, UcumUnit unit, String zh, String en) {
        return new Entry(code, Optional.of(new LoincCode(loinc)), unit, new BilingualText(zh, en));
    }

    /** The row of a code in either system; empty for a code the table does not hold. */
    public static Optional<Entry> find(ObservationCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** Every row. */
    public static List<Entry> entries() {
        return ENTRIES;
    }
}
