package io.maimen.gateway.route;

import io.maimen.driver.DecodeError;
import io.maimen.gateway.session.SessionListener;
import io.maimen.observation.Lane;
import io.maimen.observation.device.DeviceId;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running routes; what sessions tell them goes its way. Thread-safe. */
public final class Routes implements SessionListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate arrows;

    private Routes() {
        arrows = camel.createProducerTemplate();
    }

    /** Starts the arrows to these ends. */
    public static Routes start(RouteEnds ends) {
        Routes routes = new Routes();
        try {
            routes.camel.getShutdownStrategy().setTimeout(1);
            routes.camel.addRoutes(new GatewayRoutes(ends));
        } catch (Exception e) {
            // Camel declares Exception; with routes that are constants of this package nothing can be wrong.
            throw new IllegalStateException("the routes are fixed and must load", e);
        }
        routes.camel.start();
        return routes;
    }

    @Override
    public void stored(Lane lane) {
        send(GatewayRoutes.STORED, lane.text());
    }

    @Override
    public void rejected(DeviceId device, DecodeError error) {
        send(GatewayRoutes.REJECTED, device + " sent what cannot be read: " + error);
    }

    /** Telling comes after the deed: when it fails, at the gateway's end, nothing that was promised is touched. */
    private void send(String arrow, String text) {
        try {
            arrows.sendBody(arrow, text);
        } catch (CamelExecutionException | IllegalStateException e) {
            LOG.info("{} was not told on: {}", text, e.getMessage());
        }
    }

    @Override
    public void close() {
        camel.stop();
    }
}
