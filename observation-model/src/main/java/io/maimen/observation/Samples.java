package io.maimen.observation;

import java.util.Arrays;
import java.util.stream.IntStream;

/** An immutable run of integer samples; records cannot hold a bare array without leaking it. May be shared. */
public final class Samples {
    private final int[] values;

    private Samples(int[] values) {
        this.values = values;
    }

    /** Takes a copy of {@code values}. */
    public static Samples of(int... values) {
        return new Samples(values.clone());
    }

    public int size() {
        return values.length;
    }

    /** The sample at {@code index}, 0 to {@code size() - 1}. */
    public int get(int index) {
        return values[index];
    }

    public IntStream stream() {
        return Arrays.stream(values);
    }

    /** A copy. */
    public int[] toArray() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return values.length + " samples";
    }
}
