import { html, svg } from "lit";
import { clockTime, unitText } from "./format.js";
import { store } from "./store.js";
import { t } from "./texts.js";
import { View } from "./view.js";

const DAY_MS = 86400000;
const HEIGHT = 232;
const [LEFT, RIGHT, TOP, BOTTOM] = [34, 8, 14, 24];
const GRID_MMHG = [60, 85, 110, 135, 160, 185, 210];
const MMHG_PER_KPA = 7.50062;

const mmhg = (value, unit) => Number(value) * (unit === "kPa" ? MMHG_PER_KPA : 1);

/** Midnight of the day that began {@code days} days before today, by the reader's clock; a day is not always 24 hours. */
function midnight(daysAgo) {
  const day = new Date();
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - daysAgo);
  return day.getTime();
}

/**
 * Blood pressure over days. A stem joins the two values of one reading, nothing joins readings; a day without any is hatched.
 * Filled is the morning, hollow the evening, small another time; square was entered by hand; dashed came late; red raised an alert.
 *
 * Takes {@code pressure} as the server gives it and {@code days}. A click on a reading opens its bytes.
 */
class BloodPressureChart extends View {
  static properties = { pressure: {}, days: {}, width: { state: true } };

  constructor() {
    super();
    this.width = 640;
    this.observer = new ResizeObserver(([{ contentRect }]) => (this.width = Math.max(300, Math.round(contentRect.width) - 30)));
  }

  connectedCallback() {
    super.connectedCallback();
    this.observer.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  get readings() {
    return (this.pressure?.readings ?? []).filter(({ systolic, diastolic }) => systolic !== null && diastolic !== null);
  }

  render() {
    const { readings } = this;
    return html`
      <div class="card">
        <h2>${t("pressure.title", { days: this.days })} ${readings.length ? this.legend() : ""}</h2>
        ${readings.length ? this.chart(readings) : html`<p class="nothing">${t("pressure.none")}</p>`}
      </div>`;
  }

  legend() {
    const sample = (shape, text) => html`<span class="key"><svg class="bp" width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">${shape}</svg>${text}</span>`;
    return html`<span class="legend dim">
      ${sample(svg`<circle cx="7" cy="6" r="3.6" />`, t("pressure.morning"))}
      ${sample(svg`<circle class="evening" cx="7" cy="6" r="3.6" />`, t("pressure.evening"))}
      ${sample(svg`<circle cx="7" cy="6" r="2" />`, t("pressure.other"))}
      ${sample(svg`<rect x="3.6" y="2.6" width="6.8" height="6.8" />`, t("pressure.byHand"))}
      ${sample(svg`<circle class="late" cx="7" cy="6" r="3.6" />`, t("pressure.late"))}
      ${sample(svg`<path class="irregular" d="M1 7l3 -4l3 6l3 -4l3 3" />`, t("pressure.irregular"))}
      ${sample(svg`<circle class="raised" cx="7" cy="6" r="3.6" />`, t("pressure.raised"))}
      ${sample(svg`<path class="hatch" d="M1 11L6 1M6 11L11 1" />`, t("pressure.missing"))}
    </span>`;
  }

  chart(readings) {
    const { limits } = this.pressure;
    const from = midnight(this.days - 1);
    const to = midnight(-1);
    const x = (ms) => LEFT + ((ms - from) / (to - from)) * (this.width - LEFT - RIGHT);
    const values = readings.flatMap((one) => [mmhg(one.systolic, one.unit), mmhg(one.diastolic, one.unit)]);
    const [low, high] = [Math.min(55, ...values) - 5, Math.max(190, ...values) + 5];
    const y = (value) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
    const label = t("pressure.described", { n: readings.length, days: this.days });
    return html`
      <svg class="bp" width=${this.width} height=${HEIGHT} viewBox="0 0 ${this.width} ${HEIGHT}" role="img" aria-label=${label} @click=${this.choose}>
        <defs><pattern id="day-missing" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><path class="hatch" d="M0 0V5" /></pattern></defs>
        ${limits ? svg`<rect class="within" x=${LEFT} y=${y(limits.systolic)} width=${this.width - LEFT - RIGHT} height=${y(limits.diastolic) - y(limits.systolic)} />` : ""}
        ${GRID_MMHG.filter((value) => value > low && value < high).map((value) => svg`
          <path class="axis" d="M${LEFT} ${y(value)}H${this.width - RIGHT}" /><text class="label" x=${LEFT - 6} y=${y(value) + 3.5}>${value}</text>`)}
        ${this.missing(readings, from).map((day) => svg`<rect class="missing" x=${x(midnight(day))} y=${TOP} width=${x(midnight(day - 1)) - x(midnight(day))}
          height=${HEIGHT - TOP - BOTTOM} fill="url(#day-missing)" />`)}
        ${this.dates(x)}
        ${readings.filter((one) => new Date(one.measuredAt) >= from).map((one) => this.reading(one, x(new Date(one.measuredAt)), y))}
      </svg>`;
  }

  /** Days, counted back from today, that have no reading although one came before them. Today is not over yet. */
  missing(readings, from) {
    const measured = new Set(readings.map(({ measuredAt }) => new Date(measuredAt).toDateString()));
    const first = Math.max(from, Math.min(...readings.map(({ measuredAt }) => new Date(measuredAt).getTime())));
    return Array.from({ length: this.days - 1 }, (_, i) => i + 1).filter(
      (day) => midnight(day) + DAY_MS > first && !measured.has(new Date(midnight(day)).toDateString()),
    );
  }

  dates(x) {
    const every = this.width < 480 ? 7 : 5;
    return Array.from({ length: this.days }, (_, day) => day)
      .filter((day) => day % every === 0 && day < this.days - 1)
      .map((day) => {
        const at = new Date(midnight(day));
        return svg`<text class="label date" x=${Math.min(x(at.getTime()), this.width - 32)} y=${HEIGHT - 7}>${at.getMonth() + 1}-${String(at.getDate()).padStart(2, "0")}</text>`;
      });
  }

  reading(one, x, y) {
    const raised = [...store.alerts.values()].some(({ observationId }) => observationId === one.observationId);
    const looks = [one.period, one.late ? "late" : "", raised ? "raised" : ""].join(" ");
    const [systolic, diastolic] = [y(mmhg(one.systolic, one.unit)), y(mmhg(one.diastolic, one.unit))];
    const said = [`${one.systolic}/${one.diastolic} ${unitText(one.unit)}`, clockTime(one.measuredAt), ...one.statuses.map((status) => t(`status.${status}`))];
    return svg`
      <g class="reading ${looks}" data-observation=${one.observationId}>
        <title>${said.join(" · ")}</title>
        <path class="stem" d="M${x} ${systolic}V${diastolic}" />
        ${this.mark(one, x, systolic)} ${this.mark(one, x, diastolic)}
        ${one.statuses.includes("IRREGULAR_PULSE") ? svg`<path class="irregular" d="M${x - 6} ${systolic - 8}l3 -4l3 6l3 -4l3 3" />` : ""}
      </g>`;
  }

  mark({ enteredByHand, period }, x, y) {
    const size = period === "other" ? 2.2 : 3.4;
    return enteredByHand
      ? svg`<rect x=${x - size} y=${y - size} width=${2 * size} height=${2 * size} />`
      : svg`<circle cx=${x} cy=${y} r=${size} />`;
  }

  choose(event) {
    const reading = event.target.closest("[data-observation]");
    if (reading) location.hash = `#/bytes/${reading.dataset.observation}`;
  }
}
customElements.define("blood-pressure-chart", BloodPressureChart);
