package io.maimen.simulator.device.protocentral;

import io.maimen.simulator.device.line.FrameWriter;

/** The envelope both boards use: 0A FA, length, type, payload, 00, 0B; nothing that would find an error. Stateless. */
final class BoardFrame {
    static final int RATE_HZ = 125;

    private static final int TYPE = 2;

    private BoardFrame() {}

    static byte[] of(FrameWriter payload) {
        byte[] bytes = payload.array();
        return new FrameWriter()
                .octets(0x0A, 0xFA)
                .little(2, bytes.length)
                .octets(TYPE)
                .bytes(bytes)
                .octets(0, 0x0B)
                .array();
    }
}
