package io.maimen.driver.astm;

import io.maimen.driver.Decoded;
import io.maimen.observation.RawFrameRef;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;

/**
 * What an H record says about the records under it (LIS02-A2 section 6). Immutable.
 *
 * @param simulated processing id T (training) or D (debugging)
 * @param control processing id Q: a control run
 * @param frames the record came in
 */
record Header(Delimiters delimiters, boolean simulated, boolean control, List<RawFrameRef> frames) {
    private static final int PROCESSING_ID = 12;

    Header {
        frames = List.copyOf(frames);
    }

    static Decoded<Header> of(String text, Charset encoding, List<RawFrameRef> frames) {
        Decoded<Delimiters> declared = Delimiters.ofHeader(text);
        if (declared instanceof Decoded.Frame<Delimiters> delimiters) {
            AstmRecord header = AstmRecord.of(text, delimiters.frame(), encoding);
            String processing = header.field(PROCESSING_ID).toUpperCase(Locale.ROOT);
            return new Decoded.Frame<>(new Header(
                    delimiters.frame(),
                    processing.equals("T") || processing.equals("D"),
                    processing.equals("Q"),
                    frames));
        }
        return new Decoded.Refused<>(((Decoded.Refused<Delimiters>) declared).error());
    }
}
