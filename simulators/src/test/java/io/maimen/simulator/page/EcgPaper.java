package io.maimen.simulator.page;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * An ECG strip measured on the screen, in CSS millimetres (96 pixels to the inch) from the strip's left and top edge.
 * Immutable: all of it is measured at one moment.
 */
final class EcgPaper {
    private static final double MM_PER_PIXEL = 25.4 / 96;
    /** One pixel. */
    static final double TOLERANCE_MM = MM_PER_PIXEL;

    /** What SVG draws, without the width of its line: a box in its own units, times the scale it is shown at. */
    private static final String MEASURE = """
            strip => {
              const svg = strip.querySelector('svg');
              const left = svg.getBoundingClientRect().left;
              const box = (shape) => {
                const { x, y, width, height } = shape.getBBox();
                const { a, d, e, f } = shape.getScreenCTM();
                return { left: x * a + e - left, right: (x + width) * a + e - left, height: height * d };
              };
              const boxes = (name) => [...svg.querySelectorAll(name)].map(box);
              return JSON.stringify({ width: svg.getBoundingClientRect().width, ticks: boxes('.tick'), gaps: boxes('.gap'),
                traces: boxes('.trace'), calibration: box(svg.querySelector('.calibration')) });
            }""";

    private final JsonObject measured;

    private EcgPaper(JsonObject measured) {
        this.measured = measured;
    }

    /** Left and right edge. */
    record Stretch(double fromMm, double toMm) {
        double lengthMm() {
            return toMm - fromMm;
        }

        boolean overlaps(Stretch other) {
            return fromMm < other.toMm - TOLERANCE_MM && other.fromMm < toMm - TOLERANCE_MM;
        }
    }

    /** Measures the strip that {@code selector} names. */
    static EcgPaper measure(Visit visit, String selector) {
        return new EcgPaper(new JsonObject((String) visit.find(selector).evaluate(MEASURE)));
    }

    double widthMm() {
        return measured.getDouble("width") * MM_PER_PIXEL;
    }

    /** From one mark of a second to the next. */
    double secondMm() {
        List<Stretch> ticks = stretches("ticks");
        return (ticks.get(ticks.size() - 1).fromMm() - ticks.get(0).fromMm()) / (ticks.size() - 1);
    }

    /** Height of the pulse of 1 mV. */
    double millivoltMm() {
        return measured.getJsonObject("calibration").getDouble("height") * MM_PER_PIXEL;
    }

    List<Stretch> gaps() {
        return stretches("gaps");
    }

    List<Stretch> traces() {
        return stretches("traces");
    }

    private List<Stretch> stretches(String name) {
        JsonArray boxes = measured.getJsonArray(name);
        return boxes.stream()
                .map(JsonObject.class::cast)
                .map(box -> new Stretch(box.getDouble("left") * MM_PER_PIXEL, box.getDouble("right") * MM_PER_PIXEL))
                .toList();
    }
}
