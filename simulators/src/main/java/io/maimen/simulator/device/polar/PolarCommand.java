package io.maimen.simulator.device.polar;

import io.maimen.observation.Bytes;
import io.maimen.simulator.device.line.DeviceAct;
import io.maimen.simulator.device.line.FrameWriter;
import java.util.HexFormat;

/**
 * What a host wrote to the control point, and the answer: F0, opcode, type, status, no more to come, parameters.
 *
 * @param starts whether the strap measures from now on
 * @param stops whether it measures no longer
 */
record PolarCommand(boolean starts, boolean stops, DeviceAct answer) {
    private static final int SETTINGS = 1;
    private static final int START = 2;
    private static final int STOP = 3;
    private static final int ECG = 0;
    /** 130 Hz, 14 bit. */
    private static final String ECG_SETTING = "000182000101" + "0e00";

    private static final int SUCCESS = 0;
    private static final int BAD_OPCODE = 1;
    private static final int UNSUPPORTED = 3;
    private static final int BAD_PARAMETER = 5;
    private static final int ALREADY = 6;

    static PolarCommand of(Bytes written, boolean runs) {
        byte[] bytes = written.toArray();
        int opcode = bytes.length > 0 ? bytes[0] : 0;
        int type = bytes.length > 1 ? bytes[1] : ECG;
        int status = status(opcode, type, HexFormat.of().formatHex(bytes), runs);
        FrameWriter answer = new FrameWriter().octets(0xF0, opcode, type, status, 0);
        if (opcode == SETTINGS && status == SUCCESS) {
            answer.bytes(HexFormat.of().parseHex(ECG_SETTING));
        }
        return new PolarCommand(
                opcode == START && status == SUCCESS,
                opcode == STOP && status == SUCCESS,
                answer.on(PolarFamily.CONTROL_POINT));
    }

    private static int status(int opcode, int type, String hex, boolean runs) {
        if (opcode < SETTINGS || opcode > STOP) {
            return BAD_OPCODE;
        }
        if (type != ECG) {
            return UNSUPPORTED;
        }
        if (opcode == START) {
            boolean same = hex.endsWith(ECG_SETTING);
            return runs ? ALREADY : same ? SUCCESS : BAD_PARAMETER;
        }
        return SUCCESS;
    }
}
