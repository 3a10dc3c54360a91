package io.maimen.ingest.follow;

import io.maimen.log.LogPosition;
import io.maimen.observation.fact.Fact;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A reader that keeps what it read in memory and refuses as often as it is told. Thread-safe. */
public final class RememberingReader implements FactReader {
    private final List<Fact> facts = new CopyOnWriteArrayList<>();
    private volatile LogPosition cursor;
    private final AtomicInteger refusals = new AtomicInteger();

    public RememberingReader(LogPosition cursor) {
        this.cursor = cursor;
    }

    public void refuse(int times) {
        refusals.set(times);
    }

    public List<Fact> facts() {
        return List.copyOf(facts);
    }

    @Override
    public String name() {
        return "remember";
    }

    @Override
    public LogPosition cursor() {
        return cursor;
    }

    @Override
    public void read(FactBatch batch) {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the store is full");
        }
        facts.addAll(batch.facts());
        cursor = batch.next();
    }
}
