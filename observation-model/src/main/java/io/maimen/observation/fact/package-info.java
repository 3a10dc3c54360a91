/**
 * What the server's log holds: facts that arrived, each with the moment the server had it.
 *
 * <p>In: admitted items. Out: facts for the log's readers. The central type is {@link io.maimen.observation.fact.Fact}.
 * Immutable. Must not know: how facts are stored or judged.
 */
package io.maimen.observation.fact;
