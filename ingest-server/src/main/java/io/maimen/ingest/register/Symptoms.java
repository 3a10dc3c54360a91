package io.maimen.ingest.register;

import io.maimen.observation.code.BilingualText;
import io.maimen.observation.code.Icd10Code;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The complaints one can choose from beside a blood pressure, by ICD-10: those the rules know, and some more. Stateless. */
public final class Symptoms {
    private static final Map<Icd10Code, BilingualText> ALL = new LinkedHashMap<>();

    static {
        add("R51", "头痛", "Headache");
        add("R42", "头晕", "Dizziness");
        add("R07.4", "胸痛", "Chest pain");
        add("R06.0", "呼吸困难", "Shortness of breath");
        add("R00.2", "心悸", "Palpitations");
        add("R11", "恶心或呕吐", "Nausea or vomiting");
        add("R55", "晕厥", "Fainting");
        add("R20.2", "肢体麻木", "Numbness or tingling");
        add("R47.0", "言语困难", "Trouble speaking");
        add("G81.9", "一侧肢体瘫痪", "One side paralysed");
        add("H53.9", "视物模糊", "Blurred vision");
        add("R53", "乏力", "Weakness");
        add("M54.9", "背痛", "Back pain");
        add("R04.0", "鼻出血", "Nosebleed");
        add("R41.0", "意识模糊", "Confusion");
    }

    private Symptoms() {}

    private static void add(String code, String zh, String en) {
        ALL.put(new Icd10Code(code), new BilingualText(zh, en));
    }

    /** Every symptom with its names, in the order they are offered. */
    public static Map<Icd10Code, BilingualText> all() {
        return Collections.unmodifiableMap(ALL);
    }
}
