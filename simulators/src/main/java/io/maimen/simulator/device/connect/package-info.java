/**
 * Real lines for virtual devices: pseudo terminals, TCP, a virtual BlueZ, MQTT, virtual HID devices, folders.
 *
 * <p>In: {@link io.maimen.simulator.device.line.LineDevice}s of any family, and what comes over their lines. Out: their bytes, and
 * what they measured, as a journal. The central type is {@link io.maimen.simulator.device.connect.DeviceRunner}, which keeps
 * each device on a thread of its own; lines speak to it from theirs. Must not know: any family's classes, any driver.
 */
package io.maimen.simulator.device.connect;
