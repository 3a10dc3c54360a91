package io.maimen.ingest.audit;

import io.maimen.log.DurableValue;
import io.maimen.log.FileDisk;
import io.maimen.log.LogException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The chain's end, signed, in a file of its own: {@code maimen-audit-head-v1 SEQ HASH SIGNATURE}, the signature (base64)
 * over what stands before it. Thread-safe.
 */
final class SignedHead implements AutoCloseable {
    private static final String DIRECTORY = "audit";
    private static final String FILE = "audit-head";
    private static final Pattern TEXT =
            Pattern.compile("(maimen-audit-head-v1 ([0-9]{1,18}) ([0-9a-f]{64})) ([A-Za-z0-9+/=]+)");

    private final FileDisk disk;
    private final DurableValue value;
    private final AuditKey key;

    private SignedHead(FileDisk disk, AuditKey key) {
        this.disk = disk;
        this.value = new DurableValue(disk, FILE);
        this.key = key;
    }

    /** Takes the head of a server's directory, which no other process may hold. */
    static SignedHead open(Path serverDirectory) throws IOException {
        AuditKey key = AuditKey.readOrMake(AuditKey.file(serverDirectory));
        return new SignedHead(FileDisk.open(serverDirectory.resolve(DIRECTORY)), key);
    }

    /** Looks at the head of a server that may be running; empty when there is none or its signature is not the key's. */
    static Optional<AuditHead> look(Path serverDirectory) throws IOException {
        AuditKey key = AuditKey.read(AuditKey.file(serverDirectory));
        return DurableValue.read(serverDirectory.resolve(DIRECTORY).resolve(FILE))
                .flatMap(bytes -> decode(bytes, key));
    }

    Optional<AuditHead> read() throws LogException {
        return value.read().flatMap(bytes -> decode(bytes, key));
    }

    void write(AuditHead head) throws LogException {
        String text = "maimen-audit-head-v1 " + head.seq() + " " + head.hash();
        String signature = Base64.getEncoder().encodeToString(key.sign(text));
        value.write((text + " " + signature).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<AuditHead> decode(byte[] bytes, AuditKey key) {
        Matcher text = TEXT.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (!text.matches()) {
            return Optional.empty();
        }
        try {
            return key.verifies(text.group(1), Base64.getDecoder().decode(text.group(4)))
                    ? Optional.of(new AuditHead(Long.parseLong(text.group(2)), text.group(3)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        disk.close();
    }
}
