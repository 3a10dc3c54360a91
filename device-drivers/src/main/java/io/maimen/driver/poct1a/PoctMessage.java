package io.maimen.driver.poct1a;

import io.maimen.driver.Decoded;
import io.maimen.observation.Bytes;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A message of POCT1-A2: its elements in order; every value stands in an attribute {@code V}. Immutable.
 *
 * @param root name of the message, such as {@code OBS.R01}
 * @param elements below the root, in document order
 */
record PoctMessage(String root, List<Element> elements) {
    private static final int DEEPEST = 32;
    private static final int MOST_ELEMENTS = 10_000;

    /**
     * One element. Immutable.
     *
     * @param depth below the root, 1 or more
     * @param number of the start tag in the message, the root's being 0
     * @param value attribute V
     * @param unit attribute U
     */
    record Element(String name, int depth, int number, Optional<String> value, Optional<String> unit) {}

    PoctMessage {
        elements = List.copyOf(elements);
    }

    /** Reads one message; no document type, no external entity. */
    static Decoded<PoctMessage> read(Bytes bytes) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes.toArray()));
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            int offset =
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getCharacterOffset());
            return Decoded.refused("POC-044", offset, "message must be well-formed XML but was not");
        }
    }

    private static Decoded<PoctMessage> read(XMLStreamReader xml) throws XMLStreamException {
        Deque<String> open = new ArrayDeque<>();
        List<Element> elements = new ArrayList<>();
        String root = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                return Decoded.refused("POC-041", 0, "message must be one XML element without a document type");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (open.isEmpty()) {
                    root = xml.getLocalName();
                } else {
                    elements.add(new Element(
                            xml.getLocalName(),
                            open.size(),
                            elements.size() + 1,
                            Optional.ofNullable(xml.getAttributeValue("", "V")),
                            Optional.ofNullable(xml.getAttributeValue("", "U"))));
                }
                open.push(xml.getLocalName());
                if (open.size() > DEEPEST || elements.size() > MOST_ELEMENTS) {
                    return Decoded.refused("POC-045", 0, "message must be at most 32 elements deep and 10,000 long");
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                open.pop();
            }
        }
        return new Decoded.Frame<>(new PoctMessage(root, elements));
    }

    /** A factory each: they are not safe for several threads. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The first value of that element. */
    Optional<String> value(String name) {
        return elements.stream()
                .filter(element -> element.name().equals(name))
                .flatMap(element -> element.value().stream())
                .findFirst();
    }
}
