package io.maimen.gateway.connect.coap;

import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;

/** What a device is told. Stateless. */
final class CoapAnswer {
    private static final long COME_AGAIN_S = 10;

    private CoapAnswer() {}

    static void send(Exchange exchange, ResponseCode code) {
        exchange.sendResponse(new Response(code));
    }

    /** Nothing is wrong with the request: keep it and come again. */
    static void notNow(Exchange exchange) {
        Response response = new Response(ResponseCode.SERVICE_UNAVAILABLE);
        response.getOptions().setMaxAge(COME_AGAIN_S);
        exchange.sendResponse(response);
    }

    /** With a reason for the person who sets the device up. */
    static void refuse(Exchange exchange, ResponseCode code, String must) {
        Response response = new Response(code);
        response.setPayload(must);
        exchange.sendResponse(response);
    }
}
