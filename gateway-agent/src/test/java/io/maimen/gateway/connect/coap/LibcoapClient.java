package io.maimen.gateway.connect.coap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** libcoap's command-line client, as Debian has it: another maker's reading of CoAP and DTLS. */
public final class LibcoapClient {
    private static final Pattern CODE = Pattern.compile("c:([245]\\.[0-9]{2}) ");
    private static final Pattern MAX_AGE = Pattern.compile("Max-Age:([0-9]+)");

    private final String program;

    private LibcoapClient(String program) {
        this.program = program;
    }

    /** Which library does its DTLS: {@code notls}, {@code openssl}, {@code gnutls}. */
    public static LibcoapClient with(String tls) {
        return new LibcoapClient("/usr/bin/coap-client-" + tls);
    }

    public static boolean installed() {
        return Files.isExecutable(Path.of("/usr/bin/coap-client-notls"));
    }

    /** What the client saw: the last response's code, such as {@code 2.04}, empty where none came; and everything it said. */
    public record Answer(String code, String said) {
        /** Seconds, or -1. */
        public long maxAge() {
            Matcher option = MAX_AGE.matcher(said);
            return option.find() ? Long.parseLong(option.group(1)) : -1;
        }
    }

    /** Posts in the background. */
    public CompletableFuture<Answer> post(String uri, int contentFormat, byte[] payload, String... more)
            throws IOException {
        Path file = Files.createTempFile("pack", ".bin");
        Files.write(file, payload);
        List<String> command = new ArrayList<>(
                List.of(program, "-m", "post", "-v", "7", "-B", "8", "-t", "" + contentFormat, "-f", file.toString()));
        command.addAll(List.of(more));
        command.add(uri);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return CompletableFuture.supplyAsync(() -> answer(process, file));
    }

    /** Posts and waits. */
    public Answer posted(String uri, int contentFormat, byte[] payload, String... more) throws Exception {
        return post(uri, contentFormat, payload, more).get(20, TimeUnit.SECONDS);
    }

    private static Answer answer(Process process, Path file) {
        try {
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            process.waitFor();
            Files.delete(file);
            String code = "";
            for (Matcher matcher = CODE.matcher(said); matcher.find(); ) {
                code = matcher.group(1);
            }
            return new Answer(code, said);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
