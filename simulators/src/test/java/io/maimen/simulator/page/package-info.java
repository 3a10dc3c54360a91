/**
 * The doctor's page as a doctor meets it: a real server, real envelopes at its front door, and Debian's browser.
 *
 * <p>In: observations, keys, clicks. Out: what is seen, and screenshots in {@code target/screenshots}. Central type: {@link
 * io.maimen.simulator.page.Browser}. Each test class starts its own server in its own directory and may run alone.
 *
 * <p>Must not know: how the server answers, beyond what docs/api.md and docs/wire.md say.
 */
package io.maimen.simulator.page;
