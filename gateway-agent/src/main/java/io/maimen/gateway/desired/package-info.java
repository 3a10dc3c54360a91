/**
 * What the server wants this gateway to work by: taken whole or not at all, kept over restarts and days offline.
 *
 * <p>In: signed states (docs/wire.md, Desired state). Out: what takes the alarm lane, who is not served, and a report of the version
 * run. The central type is {@link io.maimen.gateway.desired.Desired}. Thread-safe. Must not know: how the bytes travel, how
 * devices are reached.
 */
package io.maimen.gateway.desired;
