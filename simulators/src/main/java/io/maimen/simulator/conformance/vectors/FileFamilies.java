package io.maimen.simulator.conformance.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.maimen.simulator.wfdb.Annotation;
import io.maimen.simulator.wfdb.AnnotationReader;
import io.maimen.simulator.wfdb.SampleFormat;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Recordings as files: the SCP-ECG driver's header, and the WFDB files that our own simulators play. */
final class FileFamilies {
    /** The MIT-BIH records' two signals of 200 units a millivolt around 1024: what their headers say. */
    private static final int SIGNALS = 2;

    private static final BigDecimal UNITS_PER_MILLIVOLT = BigDecimal.valueOf(200);
    private static final BigDecimal BASELINE = BigDecimal.valueOf(1024);

    private static final KeyTable SECTION_0 = KeyTable.ofGroup()
            .text("crc", "section 0 check value")
            .number("id", "section 0 id")
            .number("length", "section 0 length")
            .number("version", "section 0 version")
            .number("protocol", "section 0 protocol");
    private static final KeyTable SECTION =
            KeyTable.ofGroup().number("id", "id").number("length", "length").number("index", "index");

    private FileFamilies() {}

    static Map<String, FamilyReader> all() {
        return Map.of(
                "scp.header", scpHeader(),
                "wfdb.212", (vector, decoders) -> samples(vector.bytes().toArray()),
                "wfdb.atr", (vector, decoders) -> annotations(vector.bytes().toArray()));
    }

    private static FamilyReader scpHeader() {
        return KeyTable.ofFrame("scp.header")
                .text("file_crc", "file check value")
                .number("file_size", "file length")
                .key("section0", SECTION_0::object)
                .groups("sections", "pointer", SECTION);
    }

    private static ObjectNode samples(byte[] file) {
        int[] interleaved = SampleFormat.FORMAT_212.unpack(file, 0);
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        found.set("samples_interleaved", numbers(interleaved));
        for (int signal = 0; signal < SIGNALS; signal++) {
            found.set("ch" + signal, numbers(every(interleaved, signal)));
        }
        found.set(
                "ch0_mV",
                Json.numbers(Arrays.stream(every(interleaved, 0))
                        .mapToObj(sample -> BigDecimal.valueOf(sample)
                                .subtract(BASELINE)
                                .divide(UNITS_PER_MILLIVOLT)
                                .toPlainString())
                        .toList()));
        return found;
    }

    private static int[] every(int[] interleaved, int signal) {
        return IntStream.range(0, interleaved.length)
                .filter(i -> i % SIGNALS == signal)
                .map(i -> interleaved[i])
                .toArray();
    }

    private static JsonNode numbers(int[] samples) {
        return Json.numbers(Arrays.stream(samples).mapToObj(String::valueOf).toList());
    }

    private static ObjectNode annotations(byte[] file) {
        List<Annotation> annotations = AnnotationReader.read(file);
        ObjectNode found = JsonNodeFactory.instance.objectNode();
        found.set(
                "annotations",
                Json.list(annotations.stream().map(FileFamilies::annotation).toList()));
        return found;
    }

    private static ObjectNode annotation(Annotation annotation) {
        ObjectNode found = JsonNodeFactory.instance
                .objectNode()
                .put("sample", annotation.sample())
                .put("code", annotation.code())
                .put("symbol", annotation.symbol());
        annotation.text().ifPresent(text -> found.put("aux", text));
        return found;
    }
}
