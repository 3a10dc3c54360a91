package io.maimen.simulator.conformance.vectors;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every family of vectors that can be read. Immutable. */
final class Families {
    private static final Map<String, FamilyReader> ALL = all();

    private Families() {}

    /** How a family's vectors are read; empty for one that nobody here has heard of. */
    static Optional<FamilyReader> find(String family) {
        return Optional.ofNullable(ALL.get(family));
    }

    private static Map<String, FamilyReader> all() {
        Map<String, FamilyReader> all = new TreeMap<>();
        all.putAll(AnalyserFamilies.all());
        all.putAll(AstmFamilies.all());
        all.putAll(CuffFamilies.all());
        all.putAll(EcgFamilies.all());
        all.putAll(FileFamilies.all());
        all.putAll(GattFamilies.all());
        all.putAll(Hl7Families.all());
        all.putAll(OximeterFamilies.all());
        all.putAll(ScaleFamilies.all());
        all.putAll(SenmlFamilies.all());
        return all;
    }
}
