package io.maimen.driver;

/** Ties a {@link DriverAction.Store} to its outcome; chosen by the protocol, unique within its connection. Immutable. */
public record StoreId(long number) {}
