package io.maimen.ingest.security;

import java.time.Duration;

/**
 * How long a login stands. Immutable.
 *
 * @param idle it ends after so long without a request
 * @param longest it ends after so long, whatever happens
 */
public record SessionLimits(Duration idle, Duration longest) {}
