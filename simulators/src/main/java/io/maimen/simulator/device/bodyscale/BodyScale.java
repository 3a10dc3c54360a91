package io.maimen.simulator.device.bodyscale;

import static io.maimen.observation.code.Nomenclature.BODY_FAT;
import static io.maimen.observation.code.Nomenclature.BODY_WEIGHT;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** One scale. */
final class BodyScale implements EventDevice {
    private static final Duration SETTLES = Duration.ofSeconds(2);
    private static final int REMEMBERED = 5;
    private static final int IMPERIAL = 1;
    private static final int WITH_TIME = 1 << 1;
    private static final int WITH_USER = 1 << 2;
    private static final int WITH_IMPEDANCE = 1 << 9;
    private static final int MULTIPLE_PACKETS = 1 << 12;
    private static final int NOT_MEASURED = 0xFFFF;
    private static final int UNKNOWN_USER = 0xFF;
    private static final int EVERY_THIRD = 3;
    private static final BigDecimal KILOGRAMS_PER_STEP = new BigDecimal("0.005");
    private static final BigDecimal POUNDS_PER_STEP = new BigDecimal("0.01");

    private final DeviceClock clock;
    private final Set<String> habits;
    private final Walk steps;
    private final Walk fatTenths;
    private final List<Send> memory = new ArrayList<>();
    private final List<DeviceAct> unsaid = new ArrayList<>();
    private int people;

    BodyScale(long seed, DeviceClock clock, Set<String> habits) {
        Random random = new Random(seed);
        this.clock = clock;
        this.habits = habits;
        this.steps = new Walk(random, 9_600, 23_000, 2_000);
        this.fatTenths = new Walk(random, 118, 371, 40);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        for (int day = people == 0 ? REMEMBERED : 0; day >= 0; day--) {
            measure(clock.shows(at).minusDays(day));
        }
        return List.of();
    }

    private void measure(LocalDateTime shown) {
        people++;
        boolean pound = habits.contains(BodyScaleFamily.UNIT_CHANGE) && people % 2 == 0;
        boolean socks = habits.contains(BodyScaleFamily.UNSUCCESSFUL) && people % EVERY_THIRD == 0;
        int user = habits.contains(BodyScaleFamily.WRONG_USER) ? UNKNOWN_USER : 1 + people % 2;
        int weight = steps.next();
        int fat = fatTenths.next();
        unsaid.add(Measured.of(
                BODY_WEIGHT,
                (pound ? POUNDS_PER_STEP : KILOGRAMS_PER_STEP)
                        .multiply(BigDecimal.valueOf(weight))
                        .toPlainString(),
                pound ? UcumUnit.POUND : UcumUnit.KILOGRAM));
        memory.add(new FrameWriter()
                .octets((pound ? IMPERIAL : 0) | WITH_TIME | WITH_USER)
                .little(2, weight)
                .dateTime(shown)
                .octets(user)
                .on(BodyScaleFamily.WEIGHT));
        unsaid.add(
                socks
                        ? Measured.absent(BODY_FAT, UcumUnit.PERCENT)
                        : Measured.of(BODY_FAT, BigDecimal.valueOf(fat, 1).toPlainString(), UcumUnit.PERCENT));
        memory.addAll(composition(shown, user, socks ? NOT_MEASURED : fat));
    }

    private List<Send> composition(LocalDateTime shown, int user, int fat) {
        int impedance = 4_000 + fat % 900;
        if (habits.contains(BodyScaleFamily.TWO_PACKETS)) {
            return List.of(
                    new FrameWriter()
                            .little(2, WITH_TIME | WITH_USER | MULTIPLE_PACKETS)
                            .little(2, fat)
                            .dateTime(shown)
                            .octets(user)
                            .on(BodyScaleFamily.COMPOSITION),
                    new FrameWriter()
                            .little(2, WITH_IMPEDANCE | MULTIPLE_PACKETS)
                            .little(2, fat)
                            .little(2, impedance)
                            .on(BodyScaleFamily.COMPOSITION));
        }
        return List.of(new FrameWriter()
                .little(2, WITH_TIME | WITH_USER | WITH_IMPEDANCE)
                .little(2, fat)
                .dateTime(shown)
                .octets(user)
                .little(2, impedance)
                .on(BodyScaleFamily.COMPOSITION));
    }

    @Override
    public List<DeviceAct> subscribed(String channel, Instant at) {
        return List.of(new Wake(SETTLES));
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
