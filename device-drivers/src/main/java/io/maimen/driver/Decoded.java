package io.maimen.driver;

/** What a decoder makes of bytes: the frame, or the reason why not. Nothing is thrown and nothing is guessed. */
public sealed interface Decoded<F> {
    /** It could be read. */
    record Frame<F>(F frame) implements Decoded<F> {}

    /** It could not. */
    record Refused<F>(DecodeError error) implements Decoded<F> {}

    /** A refusal with its code, place and reason. */
    static <F> Decoded<F> refused(String code, int offset, String reason) {
        return new Refused<>(new DecodeError(code, offset, reason));
    }
}
