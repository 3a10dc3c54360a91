/**
 * Two clocks and the correction between them.
 *
 * <p>In: a device's clock as reported, our own when bytes arrived. Out: facts that stay apart. The central type is
 * {@link io.maimen.observation.time.DeviceTime}. Immutable. Must not know: what time it is now.
 */
package io.maimen.observation.time;
