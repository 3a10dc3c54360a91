/**
 * Virtual devices, one package per family, each from its protocol's document.
 *
 * <p>In: seeds and signals. Out: bytes on a line and journals. The central types are the families' own. Must not know:
 * anything of this system but its words; above all no driver.
 */
package io.maimen.simulator.device;
