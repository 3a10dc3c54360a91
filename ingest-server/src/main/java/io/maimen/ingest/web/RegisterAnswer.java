package io.maimen.ingest.web;

import io.maimen.ingest.register.RegisterException;

/** Turns what the register refuses into a refused request. Stateless. */
final class RegisterAnswer {
    private RegisterAnswer() {}

    /** Something that the register may refuse. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws RegisterException, ApiException;
    }

    static <T> T of(Question<T> question) throws ApiException {
        try {
            return question.ask();
        } catch (RegisterException e) {
            throw new ApiException(status(e.kind()), e.code(), e.getMessage());
        }
    }

    private static int status(RegisterException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case LATER -> 503;
        };
    }
}
