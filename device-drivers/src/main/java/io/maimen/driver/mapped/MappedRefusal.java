package io.maimen.driver.mapped;

import io.maimen.driver.DecodeError;
import io.maimen.driver.message.MessageFields.Field;

/** A message that cannot be read surely, whole as it is. */
final class MappedRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient DecodeError error;

    MappedRefusal(String code, int offset, String reason) {
        // Without a trace: bad bytes are an everyday event, and the place in them says more.
        super(reason, null, false, false);
        error = new DecodeError(code, offset, reason);
    }

    MappedRefusal(String code, Field field, String must) {
        this(
                code,
                field.frameField().offset(),
                field.frameField().name() + " " + must + " but was '" + field.text() + "'");
    }

    DecodeError error() {
        return error;
    }
}
