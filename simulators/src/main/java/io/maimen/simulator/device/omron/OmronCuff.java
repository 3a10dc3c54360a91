package io.maimen.simulator.device.omron;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.DeviceAct.Send;
import io.maimen.simulator.device.line.DeviceClock;
import io.maimen.simulator.device.line.EventDevice;
import io.maimen.simulator.device.line.FrameWriter;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One cuff: its lock, and frames that travel in pieces of 16 bytes over four channels. */
final class OmronCuff implements EventDevice {
    private static final int PIECE = 16;
    private static final int FRAMING = 8;
    private static final int MOST_DATA = 4 * PIECE - FRAMING;
    private static final int OPEN = 0x0000;
    private static final int READ = 0x0100;
    private static final int WRITE = 0x01C0;
    private static final int CLOSE = 0x0F00;
    private static final int ANSWER = 0x8000;
    private static final int DEAF_EVERY = 20;

    private final OmronMemory memory;
    private final DeviceClock clock;
    private final OmronLock lock;
    private final boolean deaf;
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private boolean open;
    private int requests;

    OmronCuff(OmronMemory memory, DeviceClock clock, Set<String> habits) {
        this.memory = memory;
        this.clock = clock;
        this.lock = new OmronLock(habits.contains(OmronFamily.BOND_WORKS_ONCE));
        this.deaf = habits.contains(OmronFamily.DEAF);
    }

    @Override
    public List<DeviceAct> connected(Instant at) {
        return memory.measure(clock.shows(at));
    }

    @Override
    public List<DeviceAct> written(String channel, Bytes bytes, Instant at) {
        byte[] piece = bytes.toArray();
        if (channel.equals(OmronFamily.UNLOCK)) {
            return List.of(lock.answer(piece).on(OmronFamily.UNLOCK));
        }
        int place = OmronFamily.FROM_HOST.indexOf(channel);
        if (place == 0) {
            frame.reset();
        }
        if (place < 0 || frame.size() != place * PIECE || lock.isLocked()) {
            return List.of();
        }
        frame.writeBytes(piece);
        byte[] all = frame.toByteArray();
        if (all.length < FRAMING || all.length < (all[0] & 0xFF)) {
            return List.of();
        }
        boolean broken = new FrameWriter().bytes(all).xor() != 0;
        return broken || (deaf && ++requests % DEAF_EVERY == 0) ? List.of() : answer(all);
    }

    private List<DeviceAct> answer(byte[] request) {
        int type = word(request, 1);
        int address = word(request, 3);
        int count = request[5] & 0xFF;
        switch (type) {
            case OPEN -> {
                open = true;
                return pieces(type, address, count);
            }
            case CLOSE -> {
                open = false;
                return pieces(type, address, 0);
            }
            case READ -> {
                return open && count <= MOST_DATA
                        ? pieces(type, address, count, memory.read(address, count))
                        : List.of();
            }
            case WRITE -> {
                memory.store(
                        address,
                        Arrays.copyOfRange(request, FRAMING - 2, Math.min(request.length, FRAMING - 2 + count)));
                return open ? pieces(type, address, 0) : List.of();
            }
            default -> {
                return List.of();
            }
        }
    }

    private static int word(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }

    private static List<DeviceAct> pieces(int type, int address, int count, byte... data) {
        FrameWriter answer = new FrameWriter()
                .octets(FRAMING + data.length)
                .big(2, ANSWER | type)
                .big(2, address)
                .octets(count)
                .bytes(data)
                .octets(0);
        byte[] all = answer.octets(answer.xor()).array();
        List<DeviceAct> acts = new ArrayList<>();
        for (int from = 0, channel = 0; from < all.length; from += PIECE, channel++) {
            acts.add(new Send(
                    OmronFamily.TO_HOST.get(channel),
                    Bytes.of(Arrays.copyOfRange(all, from, Math.min(all.length, from + PIECE)))));
        }
        return acts;
    }

    @Override
    public List<DeviceAct> disconnected(Instant at) {
        open = false;
        frame.reset();
        lock.lock();
        return List.of();
    }
}
