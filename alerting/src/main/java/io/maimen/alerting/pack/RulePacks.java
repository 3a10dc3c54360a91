package io.maimen.alerting.pack;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The pack that comes with Maimen. */
public final class RulePacks {
    private static final String SHIPPED = "poct-critical-1.yaml";

    private RulePacks() {}

    /** Limits for point-of-care glucose and potassium: engineering defaults, not signed by a clinician. */
    public static RulePack shipped() {
        try (InputStream yaml = RulePacks.class.getResourceAsStream(SHIPPED)) {
            return RulePackReader.read(requireNonNull(yaml, SHIPPED), SHIPPED);
        } catch (RulePackException e) {
            throw new IllegalStateException("the shipped rule pack is tested at every build", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped rule pack is on the class path", e);
        }
    }
}
