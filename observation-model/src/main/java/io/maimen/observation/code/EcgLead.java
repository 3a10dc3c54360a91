package io.maimen.observation.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A lead of the ECG. IEEE 11073-10101 numbers leads as SCP-ECG (ISO 11073-91064, section 3) does; its code of the electrical potential is
 * that number above MDC_ECG_ELEC_POTL. Immutable.
 *
 * @param number 1 to 72
 * @param name as it is written on paper: {@code aVR}
 */
public record EcgLead(int number, String name) {
    private static final int MDC_ECG_ELEC_POTL = 131_328;
    private static final String[] FROM_1 = {
        "I", "II", "V1", "V2", "V3", "V4", "V5", "V6", "V7", "V2R", "V3R", "V4R", "V5R", "V6R", "V7R", "X", "Y", "Z",
        "CC5", "CM5", "LA", "RA", "LL"
    };
    private static final String[] FROM_61 = {
        "III", "aVR", "aVL", "aVF", "-aVR", "V8", "V9", "V8R", "V9R", "Nehb D", "Nehb A", "Nehb J"
    };
    private static final int FIRST_OF_61 = 61;
    private static final List<EcgLead> ALL = all();
    private static final Map<Integer, EcgLead> BY_NUMBER =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EcgLead::number, Function.identity()));
    private static final Map<String, EcgLead> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(lead -> key(lead.name()), Function.identity()));

    /** Every lead that has a name here. */
    public static List<EcgLead> known() {
        return ALL;
    }

    /** The lead of a number; empty for none that is known. */
    public static Optional<EcgLead> numbered(int number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** The lead of a name, in capitals or small letters; empty for none that is known. */
    public static Optional<EcgLead> named(String name) {
        return Optional.ofNullable(BY_NAME.get(key(name)));
    }

    /** The code of its electrical potential. */
    public MdcCode code() {
        return new MdcCode(MDC_ECG_ELEC_POTL + number);
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT);
    }

    private static List<EcgLead> all() {
        List<EcgLead> leads = new ArrayList<>();
        for (int i = 0; i < FROM_1.length; i++) {
            leads.add(new EcgLead(1 + i, FROM_1[i]));
        }
        for (int i = 0; i < FROM_61.length; i++) {
            leads.add(new EcgLead(FIRST_OF_61 + i, FROM_61[i]));
        }
        return List.copyOf(leads);
    }
}
