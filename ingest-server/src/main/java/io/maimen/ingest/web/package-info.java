/**
 * The server's face: REST and server-sent events as docs/api.md says, and the files of the page.
 *
 * <p>In: HTTP. Out: JSON, events, files. The central type is {@link io.maimen.ingest.web.WebServer}. Event loop; everything
 * that blocks runs on worker threads. A command is answered after its commit. Must not know: SQL, the log.
 */
package io.maimen.ingest.web;
