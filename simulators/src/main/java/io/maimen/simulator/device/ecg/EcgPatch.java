package io.maimen.simulator.device.ecg;

import io.maimen.observation.device.DeviceId;
import io.maimen.simulator.device.Stop;
import io.maimen.simulator.journal.Journal;
import io.maimen.simulator.journal.JournalEntry.BlockOffered;
import io.maimen.simulator.journal.JournalEntry.Kind;
import io.maimen.simulator.journal.JournalEntry.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Measures block after block and publishes each until it is stored. Confined to one thread. */
final class EcgPatch {
    private static final Duration PULSE = Duration.ofMillis(100);

    private final DeviceId device;
    private final BlockMaker maker;
    private final BlockMemory memory;
    private final BlockChannel channel;
    private final Journal journal;
    private final Consumer<String> log;
    private final Clock clock;
    private final Set<String> offered = new HashSet<>();
    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private boolean connected;

    private record Answered(String key, BlockChannel.Answer answer) {}

    EcgPatch(
            DeviceId device,
            BlockMaker maker,
            BlockMemory memory,
            BlockChannel channel,
            Journal journal,
            Consumer<String> log,
            Clock clock) {
        this.device = device;
        this.maker = maker;
        this.memory = memory;
        this.channel = channel;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /** Works until {@code stop}. What is not taken by then stays offered. */
    void run(Stop stop) throws InterruptedException {
        while (stop.measuring() || (stop.sending() && !memory.isEmpty())) {
            step(clock.instant(), stop.measuring());
            Answered answered = answers.poll(PULSE.toMillis(), TimeUnit.MILLISECONDS);
            if (answered != null) {
                handle(answered);
            }
        }
        hear();
    }

    /** Hears the answers that came, measures what is due and sends what is to be sent. */
    void step(Instant now, boolean measuring) {
        hear();
        while (measuring && !maker.nextAt().isAfter(now)) {
            maker.next().ifPresentOrElse(this::keep, () -> log.accept("gap: a block was never measured"));
        }
        boolean ready = channel.ready();
        if (connected && !ready) {
            memory.disconnected();
            log.accept("disconnected");
        }
        connected = ready;
        if (ready) {
            memory.due(now).forEach(this::publish);
        }
    }

    private void hear() {
        List<Answered> heard = new ArrayList<>();
        answers.drainTo(heard);
        heard.forEach(this::handle);
    }

    private void keep(EcgBlock block) {
        if (!memory.keep(block)) {
            log.accept("memory full: the oldest block made room for " + block.key());
        }
    }

    private void publish(EcgBlock block) {
        if (offered.add(block.key())) {
            journal.write(new BlockOffered(
                    clock.instant(),
                    device,
                    block.key(),
                    block.firstSample(),
                    block.samples().size(),
                    block.gaps(),
                    EcgBlockBytes.samplesSha256(block)));
        }
        log.accept("sent " + block.key());
        channel.publish(EcgBlockBytes.of(block), answer -> answers.add(new Answered(block.key(), answer)));
    }

    private void handle(Answered answered) {
        switch (answered.answer()) {
            case STORED -> {
                if (memory.forget(answered.key())) {
                    journal.write(new Taken(clock.instant(), device, Kind.BLOCK, answered.key()));
                    log.accept("taken " + answered.key());
                }
            }
            case REFUSED -> {
                memory.forget(answered.key());
                log.accept("refused " + answered.key() + ": the gateway says that it is no block");
            }
            case AGAIN -> log.accept("not stored " + answered.key() + ": will be sent again");
        }
    }
}
