/**
 * Who may look and act: organisations, roles, accounts, passwords, login sessions.
 *
 * <p>In: names, passwords, session tokens. Out: the caller with the scope of what may be seen, or a refusal that tells a
 * stranger nothing. The central types are {@link io.maimen.ingest.security.Login} and {@link
 * io.maimen.ingest.security.Scope}. Blocking (Argon2 is slow on purpose): never on an event loop. Thread-safe.
 * Must not know: HTTP, patients, alerts.
 */
package io.maimen.ingest.security;
