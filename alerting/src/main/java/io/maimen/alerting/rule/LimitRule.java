package io.maimen.alerting.rule;

import static java.util.Objects.requireNonNull;

import io.maimen.observation.code.BilingualText;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Limits of one quantity, or of several that are measured together: met where one is met, over where all are over. Immutable.
 *
 * @param family rules of one family judge the same quantities in the same direction; the most severe one speaks
 * @param thresholds one for each quantity, at least one, all in one direction
 * @param acknowledgeWithin where it differs from what the pack says for the priority
 * @param source citation of the numbers
 */
public record LimitRule(
        String id,
        String family,
        List<Threshold> thresholds,
        Proof proof,
        Priority priority,
        Optional<Duration> acknowledgeWithin,
        BilingualText text,
        BilingualText firstAction,
        String source)
        implements AlertRule {

    public LimitRule {
        requireNonNull(id, "id");
        requireNonNull(family, "family");
        requireNonNull(proof, "proof");
        requireNonNull(priority, "priority");
        requireNonNull(acknowledgeWithin, "acknowledgeWithin");
        requireNonNull(text, "text");
        requireNonNull(firstAction, "firstAction");
        requireNonNull(source, "source");
        thresholds = List.copyOf(thresholds);
        if (thresholds.stream()
                                .map(threshold -> threshold.raise().isBelow())
                                .distinct()
                                .count()
                        != 1
                || thresholds.stream().map(Threshold::code).distinct().count() < thresholds.size()) {
            throw new IllegalArgumentException("ALR-030 limits of " + id
                    + " must be in one direction, one for each quantity, but were " + thresholds);
        }
    }

    /** As doctors write it: {@code ≥ 180/110 mm[Hg]}. */
    @Override
    public String limitText() {
        return Limit.text(thresholds.stream().map(Threshold::raise).toList());
    }

    /**
     * The same rule with other limits, as a patient's own.
     *
     * @param raise one for each quantity, in the order of {@link #thresholds}
     * @return empty where they are not that many, of another direction or unit, or leave no room to clear
     */
    public Optional<LimitRule> withLimits(List<Limit> raise) {
        if (raise.size() != thresholds.size()) {
            return Optional.empty();
        }
        List<Threshold> moved = IntStream.range(0, raise.size())
                .mapToObj(i -> thresholds.get(i).movedTo(raise.get(i)))
                .flatMap(Optional::stream)
                .toList();
        return moved.size() < thresholds.size()
                ? Optional.empty()
                : Optional.of(new LimitRule(
                        id, family, moved, proof, priority, acknowledgeWithin, text, firstAction, source));
    }

    @Override
    public boolean isRaisedBy(Measurement measurement) {
        return thresholds.stream()
                .anyMatch(threshold -> measurement.readings().stream().anyMatch(threshold::isRaisedBy));
    }

    @Override
    public boolean isClearedBy(Measurement measurement) {
        return thresholds.stream()
                .allMatch(threshold -> measurement.readings().stream().anyMatch(threshold::isClearedBy));
    }

    /** Further out is worse, by the number that is furthest out in bounds; what it cannot measure is least. */
    @Override
    public int compareSeverity(Measurement a, Measurement b) {
        return compare(extent(worst(a)), extent(worst(b)));
    }

    @Override
    public Reading worst(Measurement measurement) {
        return measurement.readings().stream()
                .max(Comparator.comparing(this::extent, LimitRule::compare))
                .orElseThrow();
    }

    /** Whether this rule is the more severe of two of one family: its limits are stricter, or the same and its proof stronger. */
    public boolean isMoreSevereThan(LimitRule other) {
        return isWithin(other) && (!other.isWithin(this) || proof.weight() > other.proof.weight());
    }

    /** Whether all that meets this rule's limits meets those of {@code other}, which judges the same quantities. */
    public boolean isWithin(LimitRule other) {
        return thresholds.size() == other.thresholds.size()
                && thresholds.stream()
                        .allMatch(threshold -> other.thresholds.stream().anyMatch(threshold::isWithin));
    }

    private Optional<Extent> extent(Reading reading) {
        return thresholds.stream()
                .filter(threshold -> threshold.measures(reading))
                .map(threshold -> threshold.extent(reading))
                .findFirst();
    }

    private static int compare(Optional<Extent> a, Optional<Extent> b) {
        return a.isPresent() && b.isPresent()
                ? a.get().compareTo(b.get())
                : Boolean.compare(a.isPresent(), b.isPresent());
    }
}
