/**
 * The doctor's page as a doctor meets it: server, gateway and simulated devices as processes, and Debian's browser.
 *
 * <p>In: what the devices measure, keys, clicks. Out: what is seen, and screenshots in {@code target/screenshots}. Central
 * type: {@link io.maimen.simulator.page.PageWorkbench}, which starts one clinic and one browser for all tests; each test has
 * a {@link io.maimen.simulator.page.Visit} of its own. Confined to one thread.
 *
 * <p>Must not know: how the server answers. A test here reads what a person reads.
 */
package io.maimen.simulator.page;
