/**
 * The Bluetooth SIG's health devices: strap, thermometer and glucose meter, written from its service documents.
 *
 * <p>In: what the host does. Out: values of characteristics and the truth behind them. The central types are the families, and {@link
 * io.maimen.simulator.device.health.HealthDevice} behind them. A device is confined to one thread. Must not know: who reads it.
 */
package io.maimen.simulator.device.health;
