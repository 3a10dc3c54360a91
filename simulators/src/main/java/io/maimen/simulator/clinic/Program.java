package io.maimen.simulator.clinic;

import io.maimen.simulator.SimulatorException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One child process. Its two streams go to a log file; the line that begins with {@code ready} says that it is up.
 * Thread-safe.
 */
final class Program {
    private static final Duration START_TIME = Duration.ofSeconds(60);

    private final String name;
    private final Process process;
    private final Path log;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts; {@link #awaitReady} says whether it came up. */
    static Program start(String name, List<String> command, Path log, ProcessGuard guard) throws SimulatorException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new SimulatorException("SIM-032 " + name + " must start but could not: " + e.getMessage(), e);
        }
        guard.add(process.pid());
        Program program = new Program(name, process, log);
        Thread reader = new Thread(() -> program.accompany(guard), "log-" + name);
        reader.setDaemon(true);
        reader.start();
        return program;
    }

    /** Waits until it is up; gives its {@code ready} line. {@code SIM-032} with its last words when it does not come up. */
    String awaitReady() throws SimulatorException, InterruptedException {
        try {
            return ready.get(START_TIME.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | CompletionException e) {
            throw new SimulatorException(
                    "SIM-032 " + name + " must start but " + e.getCause().getMessage() + ", saying: " + lastWords(), e);
        } catch (TimeoutException e) {
            throw new SimulatorException("SIM-032 " + name + " must be ready in 60 s but was not; read " + log, e);
        }
    }

    String name() {
        return name;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** SIGTERM, or the like of it. */
    void askToStop() {
        process.destroy();
    }

    /** SIGKILL, at once; returns when it is dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end; false when it lives on. */
    boolean awaitEnd(Duration atMost) throws InterruptedException {
        return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void accompany(ProcessGuard guard) {
        try {
            pump();
            int code = process.waitFor();
            guard.remove(process.pid());
            ready.completeExceptionally(new IllegalStateException("it ended with code " + code));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter out =
                        Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line);
                out.newLine();
                out.flush();
                if (line.startsWith("ready ")) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            // A killed child's pipe may break while we read; that it ended is told by its code.
            ready.completeExceptionally(new UncheckedIOException("its output could not be read", e));
        }
    }

    private String lastWords() {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
        } catch (IOException e) {
            return "nothing that could be read";
        }
    }
}
