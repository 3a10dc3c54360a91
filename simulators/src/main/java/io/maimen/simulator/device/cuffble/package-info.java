/**
 * A blood-pressure cuff that speaks Bluetooth LE, written from docs/devices/bluetooth-cuff.md.
 *
 * <p>In: readings of its sitters, and what a central asks of it. Out: indications of its memory, and a journal. The central
 * type is {@link io.maimen.simulator.device.cuffble.BluetoothCuff}, confined to one thread; the radio speaks to it through
 * that thread. Must not know: D-Bus, the gateway's drivers.
 */
package io.maimen.simulator.device.cuffble;
