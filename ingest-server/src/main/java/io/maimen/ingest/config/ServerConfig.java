package io.maimen.ingest.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The server's settings, checked. Immutable.
 *
 * @param directory where everything durable lies
 * @param http the doctors' page and the API
 * @param mqtt the gateways' door
 * @param minFreeBytes below this much free disk the server does not start, and its health is red
 * @param logSegmentBytes size at which the log begins a new file
 * @param sessionIdle a login ends after this long without a request
 * @param sessionLongest a login ends after this long, whatever happens
 * @param names further host names and addresses under which people and gateways call this server
 * @param certificateLife how long a gateway's certificate holds
 * @param rulePack a rule pack file; empty for the one that is shipped
 */
public record ServerConfig(
        Path directory,
        Listen http,
        Listen mqtt,
        long minFreeBytes,
        long logSegmentBytes,
        Duration sessionIdle,
        Duration sessionLongest,
        List<String> names,
        Duration certificateLife,
        Optional<Path> rulePack) {

    public ServerConfig {
        names = List.copyOf(names);
    }

    /** Where to listen; port 0 lets the system choose. */
    public record Listen(String host, int port) {}
}
