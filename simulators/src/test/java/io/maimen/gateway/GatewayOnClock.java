package io.maimen.gateway;

import io.maimen.gateway.config.ConfigReader;
import io.maimen.gateway.identity.Enrolment;
import io.maimen.observation.wire.EnrolmentCode;
import java.net.URI;
import java.time.Clock;

/** The whole gateway in this process, on a clock that a test sets. Confined to one thread. */
public final class GatewayOnClock implements AutoCloseable {
    private final Gateway gateway;

    private GatewayOnClock(Gateway gateway) {
        this.gateway = gateway;
    }

    public static GatewayOnClock start(String yaml, Clock clock) throws Exception {
        return new GatewayOnClock(
                Gateway.start(ConfigReader.parse(yaml, Drivers.onClassPath().keySet()), Drivers.onClassPath(), clock));
    }

    /** As {@code ./maimen enrol CODE} does. */
    public static void enrol(String yaml, String code) throws Exception {
        var read = ConfigReader.parse(yaml, Drivers.onClassPath().keySet());
        URI server = read.server().enrolment();
        new Enrolment(read.gateway().id(), read.gateway().directory(), server).use(EnrolmentCode.parse(code));
    }

    /** Where {@code status} or {@code mqtt} is. */
    public URI address(String name) {
        String rest = gateway.readyLine().replaceFirst(".* " + name + "=", "");
        return URI.create(rest.replaceFirst(" .*", ""));
    }

    @Override
    public void close() {
        gateway.close();
    }
}
