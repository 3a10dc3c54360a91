/**
 * Rule packs: every number that decides about an alert, with name, version and source, as YAML.
 *
 * <p>In: a YAML file. Out: a checked pack, or all its problems with line and field. The central type is {@link
 * io.maimen.alerting.pack.RulePack}; {@link io.maimen.alerting.pack.RulePacks} has the shipped one. Immutable, thread-safe.
 * Must not know: readings, alerts, where files are.
 */
package io.maimen.alerting.pack;
