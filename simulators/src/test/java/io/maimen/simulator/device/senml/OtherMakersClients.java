package io.maimen.simulator.device.senml;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Clients that others wrote, sending one pack to a gateway on this machine; what they say of the exchange comes back. */
final class OtherMakersClients {
    /** A reading of slot 2. */
    static final String PACK =
            "[{\"bn\":\"urn:dev:os:32473-CP-0001:\",\"bt\":1772625570,\"n\":\"systolic\",\"u\":\"mmHg\",\"v\":128},"
                    + "{\"n\":\"diastolic\",\"u\":\"mmHg\",\"v\":79},{\"n\":\"slot\",\"v\":2}]";

    static final String PACK_WITHOUT_VALUE = "[{\"n\":\"systolic\",\"u\":\"mmHg\"}]";

    private static final String HOST = "127.0.0.1";
    private static final Path MOSQUITTO_PUB = Path.of("/usr/bin/mosquitto_pub");
    private static final Path LIBCOAP = Path.of("/usr/bin/coap-client-notls");

    private OtherMakersClients() {}

    /** By libcoap, which sends it in blocks of 64 bytes, as SenML in JSON. */
    static String post(int port, String path, String pack) throws Exception {
        return post(port, path, "110", pack);
    }

    /** The same in another content format, by its number. */
    static String post(int port, String path, String contentFormat, String pack) throws Exception {
        assumeTrue(Files.isExecutable(LIBCOAP), "package libcoap3-bin is not installed");
        return output(List.of(
                LIBCOAP.toString(),
                "-m",
                "post",
                "-t",
                contentFormat,
                "-b",
                "64",
                "-B",
                "5",
                "-v",
                "7",
                "-e",
                pack,
                "coap://" + HOST + ":" + port + "/" + path));
    }

    /** By mosquitto, with the device's serial number as its user; {@code topic} is the whole one. */
    static String publish(int port, String serial, String password, String topic, String pack) throws Exception {
        assumeTrue(Files.isExecutable(MOSQUITTO_PUB), "package mosquitto-clients is not installed");
        return output(List.of(
                MOSQUITTO_PUB.toString(),
                "-V",
                "5",
                "-d",
                "-q",
                "1",
                "-h",
                HOST,
                "-p",
                "" + port,
                "-i",
                serial,
                "-u",
                serial,
                "-P",
                password,
                "-t",
                topic,
                "-m",
                pack));
    }

    private static String output(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        return output;
    }
}
