package io.maimen.simulator.device.health;

import io.maimen.observation.Bytes;

/** A value on its way to whoever subscribed. Immutable. */
record Sending(String uuid, Bytes value) {}
