package io.maimen.driver.omron;

import io.maimen.driver.Channel;
import io.maimen.driver.DriverAction;
import io.maimen.driver.DriverAction.Write;
import io.maimen.driver.FakeSession;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A cuff's memory that answers what was written to it, in the document's bytes and none of the driver's code. */
final class FakeCuff {
    private static final Channel[] ANSWERS = {
        new Channel("49123040-aee8-11e1-a74d-0002a5d5c51b"), new Channel("4d0bf320-aee8-11e1-a0d9-0002a5d5c51b")
    };
    /** Records by address; any other slot was never written. */
    final Map<Integer, byte[]> records = new HashMap<>();

    /** How many answers get lost on the way, from the next one on. */
    int deaf;

    private int heard;

    /** Answers everything that was written since the last call, until nothing new is written. */
    void answer(FakeSession session) {
        while (heard < session.actions.size()) {
            DriverAction action = session.actions.get(heard++);
            if (action instanceof Write write && write.channel().name().startsWith("db5b55e0") && deaf-- <= 0) {
                byte[] answer = answerTo(write.bytes().toArray());
                int first = Math.min(16, answer.length);
                if (answer.length > first) {
                    // the second piece may well come first
                    session.send(ANSWERS[1], Arrays.copyOfRange(answer, first, answer.length));
                }
                session.send(ANSWERS[0], Arrays.copyOf(answer, first));
            }
        }
    }

    /** 80 00 to an opening, 81 00 with data to a reading, 8F 00 to a closing. */
    private byte[] answerTo(byte[] question) {
        int address = (Byte.toUnsignedInt(question[3]) << 8) | Byte.toUnsignedInt(question[4]);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        if (question[1] == 1) {
            byte[] empty = new byte[question[5]];
            Arrays.fill(empty, (byte) 0xFF);
            data.writeBytes(records.getOrDefault(address, empty));
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(8 + data.size());
        answer.write(question[1] | 0x80);
        answer.write(0);
        answer.write(question[3]);
        answer.write(question[4]);
        answer.write(question[5]);
        answer.writeBytes(data.toByteArray());
        answer.write(0);
        int check = 0;
        for (byte value : answer.toByteArray()) {
            check ^= value;
        }
        answer.write(check);
        return answer.toByteArray();
    }
}
