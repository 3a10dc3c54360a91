package io.maimen.simulator.device.cgm;

import io.maimen.observation.Bytes;
import io.maimen.observation.code.Nomenclature;
import io.maimen.observation.code.UcumUnit;
import io.maimen.simulator.device.body.Walk;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Measured;
import io.maimen.simulator.device.line.FrameWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What a sensor measured since its session began, and how its values are sealed. Confined to one thread. */
final class GlucoseRecords {
    private static final int NOT_A_NUMBER = 0x07FF;
    private static final int FAILS_EVERY = 4;
    private static final int WITH_STATUS = 0x80;
    private static final int SENSOR_MALFUNCTION = 0x08;
    private static final int CRC_SUPPORTED = 1 << 12;
    private static final int INTERSTITIAL_UNDER_SKIN = 0x59;
    private static final int CRC_START = 0xFFFF;
    private static final int CRC_POLYNOMIAL = 0x8408; // 1021, reflected

    private final Set<String> habits;
    private final Walk milligramPerDecilitre;
    private final List<Entry> entries = new ArrayList<>();

    GlucoseRecords(long seed, Set<String> habits) {
        this.habits = habits;
        this.milligramPerDecilitre = new Walk(new Random(seed), 62, 238, 9);
    }

    /** One record, minutes after the session's beginning. */
    record Entry(int minutes, Bytes value) {}

    DeviceAct measure(int minutes) {
        int glucose = milligramPerDecilitre.next();
        boolean fails = habits.contains(GlucoseMonitorFamily.SENSOR_FAILS) && minutes % FAILS_EVERY == 0;
        FrameWriter body = new FrameWriter().octets(fails ? WITH_STATUS : 0);
        if (fails) {
            body.little(2, NOT_A_NUMBER).little(2, minutes).octets(SENSOR_MALFUNCTION);
        } else {
            body.sfloat(glucose, 0).little(2, minutes);
        }
        int size = 1 + body.array().length + (habits.contains(GlucoseMonitorFamily.NO_CRC) ? 0 : 2);
        byte[] value =
                sealed(new FrameWriter().octets(size).bytes(body.array())).array();
        entries.add(new Entry(minutes, Bytes.of(value)));
        return fails
                ? Measured.absent(Nomenclature.GLUCOSE_INTERSTITIAL, UcumUnit.MILLIGRAM_PER_DECILITRE)
                : Measured.of(Nomenclature.GLUCOSE_INTERSTITIAL, glucose, UcumUnit.MILLIGRAM_PER_DECILITRE);
    }

    List<Entry> since(int minutes) {
        return entries.stream().filter(entry -> entry.minutes() >= minutes).toList();
    }

    /** What the monitor can do, and where it measures; its CRC is there in any case, FFFF where it means nothing. */
    FrameWriter feature() {
        FrameWriter feature =
                new FrameWriter().little(3, hasCrc() ? CRC_SUPPORTED : 0).octets(INTERSTITIAL_UNDER_SKIN);
        return feature.little(2, hasCrc() ? crc(feature.array()) : CRC_START);
    }

    /** With the E2E-CRC the device has, or none. */
    FrameWriter sealed(FrameWriter value) {
        if (hasCrc()) {
            return value.little(2, crc(value.array()));
        }
        return habits.contains(GlucoseMonitorFamily.EMPTY_CRC) ? value.little(2, CRC_START) : value;
    }

    private boolean hasCrc() {
        return !habits.contains(GlucoseMonitorFamily.NO_CRC) && !habits.contains(GlucoseMonitorFamily.EMPTY_CRC);
    }

    /** CRC-16/MCRF4XX. */
    static int crc(byte... bytes) {
        int crc = CRC_START;
        for (byte one : bytes) {
            crc ^= one & 0xFF;
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ CRC_POLYNOMIAL;
            }
        }
        return crc;
    }
}
