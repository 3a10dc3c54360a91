package io.maimen.alerting.pack;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.ObservationCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packs that come with Maimen. */
public final class RulePacks {
    private static final String POINT_OF_CARE = "poct-critical-1.yaml";
    private static final String BLOOD_PRESSURE = "bp-china-1.yaml";
    private static final String ECG_RHYTHM = "ecg-rhythm-1.yaml";

    private RulePacks() {}

    /** All of them: engineering defaults, not signed by a clinician. */
    public static List<RulePack> shipped() {
        return List.of(pointOfCare(), bloodPressure(), ecgRhythm());
    }

    /** Limits for point-of-care glucose and potassium. */
    public static RulePack pointOfCare() {
        return read(POINT_OF_CARE);
    }

    /** Limits for blood pressure in the clinic and at home, after Chinese guidance. */
    public static RulePack bloodPressure() {
        return read(BLOOD_PRESSURE);
    }

    /** What an ECG may show: slow, fast, pauses, ventricular runs, atrial fibrillation. */
    public static RulePack ecgRhythm() {
        return read(ECG_RHYTHM);
    }

    /** {@code own}, and those shipped packs that judge none of its quantities: one quantity is judged by one pack. */
    public static List<RulePack> shippedBeside(RulePack own) {
        Set<ObservationCode> judged = codes(own);
        return Stream.concat(
                        Stream.of(own),
                        shipped().stream()
                                .filter(pack -> !pack.id().equals(own.id()))
                                .filter(pack -> Collections.disjoint(judged, codes(pack))))
                .toList();
    }

    private static Set<ObservationCode> codes(RulePack pack) {
        return pack.unitRules().stream().map(rule -> rule.units().code()).collect(Collectors.toSet());
    }

    /**
     * A shipped pack as its author wrote it.
     *
     * @throws IllegalArgumentException when no shipped pack has this id
     */
    public static String shippedText(String id) {
        return Stream.of(POINT_OF_CARE, BLOOD_PRESSURE, ECG_RHYTHM)
                .filter(name -> read(name).id().equals(id))
                .map(RulePacks::text)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("pack must be a shipped one but was " + id));
    }

    private static String text(String name) {
        try (InputStream yaml = RulePacks.class.getResourceAsStream(name)) {
            return new String(requireNonNull(yaml, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped rule pack is on the class path", e);
        }
    }

    private static RulePack read(String name) {
        try (InputStream yaml = RulePacks.class.getResourceAsStream(name)) {
            return RulePackReader.read(requireNonNull(yaml, name), name);
        } catch (RulePackException e) {
            throw new IllegalStateException("the shipped rule pack is tested at every build", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped rule pack is on the class path", e);
        }
    }
}
