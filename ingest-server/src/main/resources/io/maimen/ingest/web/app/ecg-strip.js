import { html, svg } from "lit";
import { clockTime } from "./format.js";
import { t } from "./texts.js";
import { View } from "./view.js";
import { layout, middle } from "./waveform.js";

/** Room for the calibration pulse, before the first sample. */
export const MARGIN_MM = 13;
const LABEL_MM_PER_LETTER = 2.6;
const LABEL_TOP_MM = 8;
const SECONDS_BETWEEN_LABELS_MM = 45;

/**
 * An ECG strip on true paper: everything is drawn in millimetres, so 25 mm/s and 10 mm/mV hold on paper and on a screen that
 * is true to scale. Begins with the calibration pulse (1 mV, 200 ms). Where nothing was measured it is hatched, never drawn.
 *
 * Takes blocks, {@code from} (epoch ms), seconds, speed (mm/s), gain (mm/mV), height (mm) and {@code framed} {from, to}, a
 * stretch to mark, {@code beats} and {@code doubts} as the server found them in this lead; tells "chosen" (epoch ms) where the paper is clicked.
 */
class EcgStrip extends View {
  static properties = { blocks: {}, from: {}, seconds: {}, speed: {}, gain: {}, height: {}, framed: {}, simulated: {}, beats: {}, doubts: {}, language: {} };
  static count = 0;
  name = `paper-${++EcgStrip.count}`;

  constructor() {
    super();
    Object.assign(this, { height: 50, beats: [], doubts: [] });
  }

  x(ms) {
    return MARGIN_MM + ((ms - this.from) / 1000) * this.speed;
  }

  render() {
    const to = this.from + this.seconds * 1000;
    /* What has not happened yet is not missing. */
    const { runs, gaps } = layout(this.blocks, this.from, Math.min(to, Date.now()));
    const [width, height] = [MARGIN_MM + this.seconds * this.speed, this.height];
    const zero = middle(runs);
    const y = (mv) => height / 2 - (mv - zero) * this.gain;
    const label = t("ecg.described", { from: clockTime(this.from), to: clockTime(to), gaps: gaps.length });
    return html`
      <div class="paper" tabindex="0" role="group" aria-label=${label}>
        <svg class="strip" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label} @click=${this.choose}>
          <defs>
            <pattern id="${this.name}-mm" width="5" height="5" x=${MARGIN_MM} y=${height / 2} patternUnits="userSpaceOnUse">
              <path class="g1" d="M1 0V5M2 0V5M3 0V5M4 0V5M0 1H5M0 2H5M0 3H5M0 4H5" /><path class="g5" d="M0 0V5M0 0H5" />
            </pattern>
            <pattern id="${this.name}-missing" width="2.4" height="2.4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path class="hatch" d="M0 0V2.4" />
            </pattern>
            <clipPath id="${this.name}-sheet"><rect x=${MARGIN_MM} y="0" width=${width - MARGIN_MM} height=${height} /></clipPath>
          </defs>
          <rect width=${width} height=${height} fill="url(#${this.name}-mm)" />
          <path class="calibration" d="M2 ${height / 2}h2v${-this.gain}h${0.2 * this.speed}v${this.gain}h2" />
          <g clip-path="url(#${this.name}-sheet)">
            ${this.frame()} ${this.doubts.map((doubt) => this.doubt(doubt))} ${gaps.map((gap) => this.gap(gap))}
            ${runs.map((run) => this.trace(run, y))} ${this.beats.map((beat) => this.beat(beat))}
          </g>
          ${this.timeMarks()} ${this.marks(runs, y, width)}
        </svg>
      </div>`;
  }

  trace(run, y) {
    const step = this.speed / run.rate;
    const begin = this.x(run.start);
    const points = run.millivolts.map((mv, i) => `${(begin + i * step).toFixed(2)} ${y(mv).toFixed(2)}`);
    return svg`<path class="trace" d="M${points.join("L")}" />`;
  }

  /** Hatched over its whole length; says how long it is where there is room for the words, else only how long. */
  gap({ from, to, kind }) {
    const width = this.x(to) - this.x(from);
    const seconds = ((to - from) / 1000).toFixed(2);
    const text = [t(`ecg.${kind}`, { seconds }), `${seconds} s`].find((words) => words.length * LABEL_MM_PER_LETTER * 0.8 < width);
    return svg`
      <rect class="gap" x=${this.x(from)} y="0" width=${width} height=${this.height} fill="url(#${this.name}-missing)" />
      ${text ? svg`<text class="gaplabel" x=${this.x((from + to) / 2)} y=${LABEL_TOP_MM}>${text}</text>` : ""}`;
  }

  /** Where a beat was found: a small mark, and V for one that may be ventricular. */
  beat({ at, class: kind }) {
    const x = this.x(new Date(at).getTime());
    return kind === "ventricular"
      ? svg`<text class="beat ventricular" x=${x} y="6.4">${t("ecg.beat.ventricular")}</text>`
      : svg`<path class="beat" d="M${x - 0.7} 4.4h1.4l-0.7 1.3z" />`;
  }

  /** What the analysis itself does not trust is tinted and says why. */
  doubt({ from, to, quality, reason }) {
    const [begin, end] = [this.x(new Date(from).getTime()), this.x(new Date(to).getTime())];
    const text = t(`ecg.quality.${quality}`, { reason: t(`ecg.reason.${reason}`) });
    const left = Math.max(begin, MARGIN_MM) + 1;
    const fits = text.length * LABEL_MM_PER_LETTER * 0.7 < end - left;
    return svg`<rect class="doubt" x=${begin} y="0" width=${end - begin} height=${this.height}><title>${text}</title></rect>
      ${fits ? svg`<text class="doubtlabel" x=${left} y=${this.height - 1.4}>${text}</text>` : ""}`;
  }

  frame() {
    if (!this.framed) return "";
    const { from, to } = this.framed;
    return svg`<rect class="framed" x=${this.x(from)} y="0.2" width=${this.x(to) - this.x(from)} height=${this.height - 0.4} />`;
  }

  timeMarks() {
    const first = Math.ceil(this.from / 1000);
    const every = [1, 2, 5, 10].find((s) => s * this.speed >= SECONDS_BETWEEN_LABELS_MM) ?? 10;
    return Array.from({ length: Math.floor(this.seconds) }, (_, i) => first + i).map((second) => {
      const x = this.x(second * 1000);
      const label = new Date(second * 1000).toTimeString().slice(0, 8);
      return svg`<path class="tick" d="M${x} 0v1.6" />
        ${second % every === 0 ? svg`<text class="second" x=${x + 0.6} y="2.6">${label}</text>` : ""}`;
    });
  }

  /** What must be said on the paper itself, because the paper may be read alone. */
  marks(runs, y, width) {
    const beyond = runs.some((run) => run.millivolts.some((mv) => y(mv) < 0 || y(mv) > this.height));
    return svg`
      ${this.simulated ? svg`<text class="watermark" x=${MARGIN_MM + 1} y=${this.height - 3}>${t("alert.simulated.long")}</text>` : ""}
      ${beyond ? svg`<text class="beyond" x=${width - 2} y=${this.height - 3}>${t("ecg.beyond")}</text>` : ""}`;
  }

  choose(event) {
    const box = event.currentTarget.getBoundingClientRect();
    const mm = ((event.clientX - box.left) / box.width) * (MARGIN_MM + this.seconds * this.speed);
    this.dispatchEvent(new CustomEvent("chosen", { detail: this.from + ((mm - MARGIN_MM) / this.speed) * 1000 }));
  }
}
customElements.define("ecg-strip", EcgStrip);
