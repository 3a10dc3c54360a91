/**
 * Simulated Bluetooth LE devices of the services that need no memory of what was taken: chest strap, thermometer, oximeter,
 * scale, and a glucose meter with stored records. Written from the services' specifications; shares nothing with a driver.
 *
 * <p>In: a seed, a virtual BlueZ. Out: notifications and indications. The central type is {@link
 * io.maimen.simulator.device.health.HealthPeripheral}. A device is confined to the thread that runs it. Must not know: who
 * listens.
 */
package io.maimen.simulator.device.health;
