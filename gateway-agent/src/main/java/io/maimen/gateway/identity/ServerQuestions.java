package io.maimen.gateway.identity;

import io.vertx.core.json.JsonObject;
import java.io.IOException;

/** A way to ask the server something; blocking. */
@FunctionalInterface
interface ServerQuestions {
    /**
     * Posts a question and gives the answer.
     *
     * @throws IdentityException the server refused, in its own words; or it is not ours
     * @throws IOException {@code PKI-053} when it was not reached
     */
    JsonObject post(String path, JsonObject question) throws IdentityException, IOException, InterruptedException;
}
