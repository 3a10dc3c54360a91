package io.maimen.simulator.device.medisana;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.HangUp;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceAct.Wake;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One scale. Its clock counts the seconds since 2010. */
final class MedisanaScale implements EventDevice {
    private static final LocalDateTime EPOCH = LocalDateTime.of(2010, 1, 1, 0, 0);
    private static final Duration STAYS = Duration.ofSeconds(2);
    private static final int FLAGS = 0x1D;
    private static final int REMEMBERED = 5;
    private static final int USERS = 8;

    private final DeviceClock clock;
    private final boolean wrongUser;
    private final Walk hundredthsOfKilogram;
    private final List<Send> memory = new ArrayList<>();
    private final List<DeviceAct> unsaid = new ArrayList<>();

    MedisanaScale(long seed, DeviceClock clock, boolean wrongUser) {
        this.clock = clock;
        this.wrongUser = wrongUser;
        this.hundredthsOfKilogram = new Walk(new Random(seed), 4_800, 11_900, 900);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        LocalDateTime now = clock.shows(at);
        for (int day = memory.isEmpty() ? REMEMBERED : 0; day >= 0; day--) {
            unsaid.add(measure(now.minusDays(day)));
        }
        return List.of();
    }

    private Measured measure(LocalDateTime shown) {
        int weight = hundredthsOfKilogram.next();
        int user = wrongUser ? 1 : 1 + memory.size() % USERS;
        memory.add(new FrameWriter()
                .octets(FLAGS)
                .medfloat(weight, -2)
                .little(4, ChronoUnit.SECONDS.between(EPOCH, shown))
                .octets(0x6A, 0x17, 0, 0xFF, user, 9)
                .little(4, 0)
                .on(MedisanaFamily.WEIGHT));
        return Measured.of(
                Nomenclature.BODY_WEIGHT, BigDecimal.valueOf(weight, 2).toPlainString(), UcumUnit.KILOGRAM);
    }

    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return channel.equals(MedisanaFamily.WEIGHT) ? List.of(new Wake(STAYS)) : List.of();
    }

    /** {@code 02} and four bytes: the time. */
    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        if (bytes.size() == 5 && bytes.toArray()[0] == 2) {
            int seconds = Integer.reverseBytes(bytes.asBuffer().getInt(1));
            clock.set(EPOCH.plusSeconds(Integer.toUnsignedLong(seconds)), at);
        }
        return List.of();
    }

    @Override
    public List<DeviceAct> elapsed(Instant at) {
        List<DeviceAct> acts = new ArrayList<>(unsaid);
        unsaid.clear();
        acts.addAll(memory);
        acts.add(new HangUp());
        return acts;
    }
}
