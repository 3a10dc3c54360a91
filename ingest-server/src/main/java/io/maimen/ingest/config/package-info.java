/**
 * The server's settings.
 *
 * <p>In: a YAML file. Out: checked settings, or a refusal that names path, line, what must hold and what is accepted. The
 * central type is {@link io.maimen.ingest.config.ServerConfig}. Immutable. Must not know: what the settings are used for.
 */
package io.maimen.ingest.config;
