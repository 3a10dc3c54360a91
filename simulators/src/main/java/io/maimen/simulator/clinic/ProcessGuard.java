package io.maimen.simulator.clinic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what this process started when this process is gone, even by SIGKILL: a shell that reads our children's numbers
 * and ends them when the pipe from us does. Thread-safe.
 */
final class ProcessGuard implements AutoCloseable {
    // Signals of the terminal go to all of us; the guard must outlive them to do its work.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            pids=' '
            while read -r word pid; do
                case $word in
                add) pids="$pids$pid " ;;
                remove) pids="${pids%% $pid *} ${pids#* $pid }" ;;
                esac
            done
            [ -n "${pids%% *}${pids## }" ] || exit 0
            kill -TERM $pids 2>/dev/null
            sleep 2
            kill -KILL $pids 2>/dev/null
            """;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessGuard.class);

    private final BufferedWriter toGuard;

    ProcessGuard() throws IOException {
        Process guard = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        toGuard = guard.outputWriter(StandardCharsets.US_ASCII);
    }

    void add(long pid) {
        say("add " + pid);
    }

    /** The process ended: its number may soon be somebody else's. */
    void remove(long pid) {
        say("remove " + pid);
    }

    private synchronized void say(String line) {
        try {
            toGuard.write(line + "\n");
            toGuard.flush();
        } catch (IOException e) {
            // Closed at the end, or dead: what it should have heard no longer matters.
            LOG.debug("the guard did not hear {}", line, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            toGuard.close();
        } catch (IOException e) {
            // The guard ended before us: then there is nothing left to end.
            LOG.debug("the guard's pipe was broken already", e);
        }
    }
}
