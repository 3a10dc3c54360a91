package io.maimen.gateway.route;

import org.apache.camel.builder.RouteBuilder;

/** The arrows. No logic: what an arrow ends at decides. */
final class GatewayRoutes extends RouteBuilder {
    static final String STORED = "direct:stored";
    static final String REJECTED = "direct:rejected";

    /** How long an idle arrow takes to notice that the gateway stops. */
    private static final int POLL_MS = 100;

    private final RouteEnds ends;

    GatewayRoutes(RouteEnds ends) {
        this.ends = ends;
    }

    @Override
    public void configure() {
        // One waiting wake-up is enough for any number of entries: the uplink takes all there are.
        from(STORED).routeId("stored").to("seda:uplink?size=1&discardWhenFull=true");
        from("seda:uplink?size=1&pollTimeout=" + POLL_MS).routeId("uplink").process(exchange -> ends.wakeUplink()
                .run());

        from(REJECTED).routeId("rejected").to("seda:journal?size=1000&discardWhenFull=true");
        from("seda:journal?size=1000&pollTimeout=" + POLL_MS).routeId("journal").process(exchange -> ends.journal()
                .accept(exchange.getMessage().getBody(String.class)));

        from("timer:second?period=1000").routeId("second").process(exchange -> ends.eachSecond()
                .run());
    }
}
