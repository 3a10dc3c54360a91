/**
 * Devices that post to us over CoAP (RFC 7252), in the clear or over DTLS with a pre-shared key; Californium's only door.
 *
 * <p>In: POST or PUT to a device's path, block by block where it is long. Out: 2.04 when stored, 4.00 when quarantined, 5.03
 * when the device must keep it. The central type is {@link io.maimen.gateway.connect.coap.CoapEndpointServer}. Thread-safe.
 * Must not know: what a payload means, where it is kept.
 */
package io.maimen.gateway.connect.coap;
