package io.maimen.driver.waveform;

import java.math.BigDecimal;

/**
 * What a step of a converter is worth, and between which steps it measures. Immutable.
 *
 * @param lowest the step at which the amplifier is at its rail, as {@code highest} is
 */
public record Scale(BigDecimal millivoltsPerStep, int lowest, int highest) {}
