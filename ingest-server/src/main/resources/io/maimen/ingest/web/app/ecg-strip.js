import { html, svg } from "lit";
import { t } from "./texts.js";
import { View } from "./view.js";
import { layout, middle } from "./waveform.js";

const MARGIN_MM = 13;
const HEIGHT_MM = 50;

/**
 * An ECG strip on true paper: everything is drawn in millimetres, so 25 mm/s and 10 mm/mV hold on a screen that is true to
 * scale and on paper. Begins with the calibration pulse (1 mV, 200 ms).
 */
class EcgStrip extends View {
  static properties = { blocks: {}, from: {}, seconds: {}, speed: {}, gain: {}, language: {}, simulated: {} };

  render() {
    const { runs, gaps } = layout(this.blocks ?? [], this.from);
    const width = MARGIN_MM + this.seconds * this.speed;
    const zero = middle(runs);
    const x = (ms) => MARGIN_MM + ((ms - this.from) / 1000) * this.speed;
    const y = (mv) => HEIGHT_MM / 2 - (mv - zero) * this.gain;
    return html`
      <div class="paper">
        <svg class="strip" width="${width}mm" height="${HEIGHT_MM}mm" viewBox="0 0 ${width} ${HEIGHT_MM}" role="img"
          aria-label="${t("ecg.title")}">
          <defs>
            <pattern id="mm" width="5" height="5" patternUnits="userSpaceOnUse">
              <path class="g1" d="M1 0V5M2 0V5M3 0V5M4 0V5M0 1H5M0 2H5M0 3H5M0 4H5" /><path class="g5" d="M0 0V5M0 0H5" />
            </pattern>
            <pattern id="missing" width="2.4" height="2.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path class="hatch" d="M0 0V2.4" />
            </pattern>
            <clipPath id="sheet"><rect x=${MARGIN_MM} y="0" width=${width - MARGIN_MM} height=${HEIGHT_MM} /></clipPath>
          </defs>
          <rect width=${width} height=${HEIGHT_MM} fill="url(#mm)" />
          ${this.simulated ? svg`<text class="watermark" x=${width / 2} y=${HEIGHT_MM - 3}>${t("alert.simulated.long")}</text>` : ""}
          <path class="calibration" d="M2 ${HEIGHT_MM / 2}h2v${-this.gain}h${0.2 * this.speed}v${this.gain}h2" />
          <g clip-path="url(#sheet)">
            ${gaps.map((gap) => this.gap(gap, x))} ${runs.map((run) => this.trace(run, x, y))} ${this.timeMarks(x)}
          </g>
        </svg>
      </div>`;
  }

  trace(run, x, y) {
    const step = this.speed / run.rate;
    const begin = x(run.start);
    const points = run.millivolts.map((mv, i) => `${(begin + i * step).toFixed(2)} ${y(mv).toFixed(2)}`);
    return svg`<path class="trace" d="M${points.join("L")}" />`;
  }

  gap(gap, x) {
    const [from, to] = [x(gap.from), x(gap.to)];
    const seconds = ((gap.to - gap.from) / 1000).toFixed(2);
    return svg`
      <rect class="gap" x=${from} y="0" width=${Math.max(to - from, 0.1)} height=${HEIGHT_MM} fill="url(#missing)" />
      ${to - from > 8 ? svg`<text class="gaplabel" x=${(from + to) / 2} y=${HEIGHT_MM - 6}>${t(`ecg.${gap.kind}`, { seconds })}</text>` : ""}`;
  }

  timeMarks(x) {
    const first = Math.ceil(this.from / 1000);
    const marks = Array.from({ length: Math.floor(this.seconds) + 1 }, (_, i) => first + i);
    return marks.map((second) => {
      const label = new Date(second * 1000).toTimeString().slice(0, 8);
      return svg`<path class="tick" d="M${x(second * 1000)} 0v1.6" />
        ${second % 2 === 0 ? svg`<text class="second" x=${x(second * 1000) + 0.6} y="2.6">${label}</text>` : ""}`;
    });
  }
}
customElements.define("ecg-strip", EcgStrip);
