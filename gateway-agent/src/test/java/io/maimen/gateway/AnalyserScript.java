package io.maimen.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.maimen.gateway.connect.serial.PtyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The analyser's end of the line, typed by hand from docs/devices/astm-analyser.md. */
final class AnalyserScript {
    static final byte ACK = 0x06;
    static final byte NAK = 0x15;

    private static final byte ENQ = 0x05;
    private static final byte EOT = 0x04;
    private static final byte STX = 0x02;
    private static final byte ETX = 0x03;

    private final PtyPair cable;

    AnalyserScript(PtyPair cable) {
        this.cable = cable;
    }

    /** A whole session with one glucose result; every step must be ACKed. */
    void send(String specimen, String glucose) throws IOException {
        enquire();
        expect(ACK, 1, "H|\\^&|||Maker^Model^AN-0001|||||||T|LIS02-A2|20250601120000\r");
        expect(ACK, 2, "P|1\r");
        expect(ACK, 3, "O|1|" + specimen + "||^^^GLU\r");
        expect(ACK, 4, result(glucose));
        expect(ACK, 5, "L|1|N\r");
        cable.send(EOT);
    }

    static String result(String glucose) {
        return "R|1|^^^GLU|" + glucose + "|mmol/L||L||F||op||20250601115930\r";
    }

    void enquire() throws IOException {
        cable.send(ENQ);
        assertEquals(ACK, cable.read(), "answer to ENQ");
    }

    void expect(byte answer, int number, String text) throws IOException {
        cable.send(frame(number, text));
        assertEquals(answer, cable.read(), "answer to frame " + number + " " + text.strip());
    }

    void sendDamaged(int number, String text) throws IOException {
        byte[] frame = frame(number, text);
        frame[3] ^= 1;
        cable.send(frame);
    }

    int read() throws IOException {
        return cable.read();
    }

    /** STX, number, text, ETX, two hex digits of the sum of all after STX, CR LF. */
    private static byte[] frame(int number, String text) {
        ByteArrayOutputStream summed = new ByteArrayOutputStream();
        summed.write('0' + number);
        summed.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        summed.write(ETX);
        int sum = 0;
        for (byte each : summed.toByteArray()) {
            sum += each & 0xFF;
        }
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(STX);
        frame.writeBytes(summed.toByteArray());
        frame.writeBytes(String.format("%02X\r\n", sum & 0xFF).getBytes(StandardCharsets.US_ASCII));
        return frame.toByteArray();
    }
}
