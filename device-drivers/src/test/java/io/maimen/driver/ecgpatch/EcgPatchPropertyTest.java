package io.maimen.driver.ecgpatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.maimen.driver.Channel;
import io.maimen.driver.DeliveryId;
import io.maimen.driver.DeviceContext;
import io.maimen.driver.DeviceProtocol;
import io.maimen.driver.DriverAction.Store;
import io.maimen.driver.DriverEvent.Received;
import io.maimen.driver.DriverOptions;
import io.maimen.observation.Bytes;
import io.maimen.observation.SampledValue;
import io.maimen.observation.device.DeviceId;
import io.maimen.observation.time.ReceiveTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.ShortRange;
import net.jqwik.api.constraints.Size;

class EcgPatchPropertyTest {
    private final DeviceProtocol protocol = new EcgPatchDriver()
            .open(new DeviceContext(DeviceId.serial("ECG-0001"), "connection-1", ZoneOffset.UTC, DriverOptions.NONE));

    @Property
    void anyBytesAreAnswered(@ForAll byte[] noise) {
        assertFalse(protocol.on(received(Bytes.of(noise))).isEmpty());
    }

    @Property
    void anyFieldOfAFaultyPatchIsReadOrRefusedButNeverThrows(@ForAll @IntRange(max = 57) int at, @ForAll byte value) {
        assertFalse(protocol.on(received(PatchBytes.withByte(at, value))).isEmpty());
    }

    @Property
    void everySampleArrivesAsItWasSentOrIsAGap(@ForAll @Size(min = 1, max = 2_500) @ShortRange short[] samples) {
        PatchBytes block = new PatchBytes();
        block.samples = new int[samples.length];
        int silent = 0;
        for (int i = 0; i < samples.length; i++) {
            block.samples[i] = samples[i];
            silent += samples[i] == Short.MIN_VALUE ? 1 : 0;
        }
        Store store = (Store) protocol.on(received(block.bytes())).get(0);
        SampledValue value = (SampledValue) store.observations().get(0).value();
        assertEquals(silent, value.gaps().stream().mapToInt(gap -> gap.length()).sum());
        for (int i = 0; i < samples.length; i++) {
            assertEquals(
                    samples[i] == Short.MIN_VALUE ? 0 : samples[i],
                    value.samples().get(i));
        }
    }

    private static Received received(Bytes bytes) {
        return new Received(
                new Channel("ecg/v1/ECG-0001/block"), new DeliveryId(1), bytes, new ReceiveTime(PatchBytes.TIME));
    }
}
