package io.maimen.driver.astm;

import io.maimen.observation.RawFrameRef;
import java.util.List;

/**
 * What an O record says about the results under it (LIS02-A2 section 8). Immutable.
 *
 * @param specimen as the analyser names it, not yet judged; empty when it names none
 * @param control action code Q: a control sample
 * @param frames the record came in
 */
record Order(String specimen, boolean control, List<RawFrameRef> frames) {
    /** No order was sent above the result. */
    static final Order NONE = new Order("", false, List.of());

    private static final int SPECIMEN = 3;
    private static final int INSTRUMENT_SPECIMEN = 4;
    private static final int ACTION_CODE = 12;

    Order {
        frames = List.copyOf(frames);
    }

    /** The specimen is O-3, or O-4 for analysers that leave O-3 empty. */
    static Order of(AstmRecord order, List<RawFrameRef> frames) {
        String specimen = order.firstComponent(SPECIMEN);
        return new Order(
                specimen.isEmpty() ? order.firstComponent(INSTRUMENT_SPECIMEN) : specimen,
                order.field(ACTION_CODE).equals("Q"),
                frames);
    }
}
