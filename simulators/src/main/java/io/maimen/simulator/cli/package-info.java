/**
 * The command line of the workbench: {@code simulate}, {@code demo} and {@code faults}.
 *
 * <p>In: arguments. Out: answers on stdout, progress on stderr, an exit code: 0 done, 1 failed, 2 bad usage or input.
 * The central type is {@link io.maimen.simulator.cli.SimulatorMain}. Must not know: what a command does.
 */
package io.maimen.simulator.cli;
