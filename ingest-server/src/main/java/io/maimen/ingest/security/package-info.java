/**
 * Who may look and act: accounts, passwords, login sessions.
 *
 * <p>In: names, passwords, session tokens. Out: the account, or a refusal that tells a stranger nothing. The central type
 * is {@link io.maimen.ingest.security.Login}. Blocking (Argon2 is slow on purpose): never on an event loop. Thread-safe.
 * Must not know: HTTP, patients, alerts.
 */
package io.maimen.ingest.security;
