/**
 * Point-of-care analysers that speak POCT1-A2: XML messages over TCP, each answered before the next.
 *
 * <p>In: the bytes of a TCP stream, cut anywhere. Out: one observation a result. The central type is {@link
 * io.maimen.driver.poct1a.Poct1aProtocol}; below it {@code XmlCutter} finds messages, {@code PoctMessage} reads them.
 * Acknowledgement class: AFTER_STORED. Must not know: ports, threads, clocks, document types, external entities.
 */
package io.maimen.driver.poct1a;
