import { html } from "lit";
import uPlot from "uplot";
import { isFinding, unitOf } from "./format.js";
import { store } from "./store.js";
import { pick } from "./texts.js";
import { View } from "./view.js";

const HEIGHT = 190;
const BRIEF_MS = 10 * 60000;

/**
 * Numeric results over time, one chart a test, as points: specimens are different people, so nothing joins them. Results that
 * raised an alert are drawn in the colour that means "act". Control samples are nobody's results and stay out, and what an ECG may
 * show is no quantity to follow.
 */
class ResultsTrend extends View {
  static properties = { results: {}, language: {} };
  charts = [];

  connectedCallback() {
    super.connectedCallback();
    this.hear(window, "resize", () => this.requestUpdate());
    this.hear(matchMedia("(prefers-color-scheme: dark)"), "change", () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.clear();
  }

  render() {
    return html`<div class="trends"></div>`;
  }

  updated() {
    this.clear();
    const place = this.querySelector(".trends");
    this.charts = [...this.byTest().values()].map((results) => new uPlot(this.options(results, place.clientWidth), this.data(results), place));
  }

  clear() {
    this.charts.splice(0).forEach((chart) => chart.destroy());
  }

  byTest() {
    const tests = new Map();
    for (const result of this.results.filter((r) => r.value !== null && !r.statuses.includes("QUALITY_CONTROL") && !isFinding(r))) {
      if (!tests.has(result.code)) tests.set(result.code, []);
      tests.get(result.code).push(result);
    }
    return tests;
  }

  /** Three columns: time, results that raised nothing, results that raised an alert. */
  data(results) {
    const key = ({ device, specimen, code }) => [device, specimen, code].join(" ");
    const raised = new Set(store.list("all").map(key));
    const inOrder = [...results].sort((a, b) => a.measuredAt.localeCompare(b.measuredAt));
    const column = (wanted) => inOrder.map((r) => (raised.has(key(r)) === wanted ? Number(r.value) : null));
    return [inOrder.map((r) => new Date(r.measuredAt) / 1000), column(false), column(true)];
  }

  /** Seconds where minutes would read alike. */
  clock(results) {
    const times = results.map((r) => new Date(r.measuredAt));
    return Math.max(...times) - Math.min(...times) < BRIEF_MS ? { values: "{HH}:{mm}:{ss}", space: 72 } : { values: "{HH}:{mm}" };
  }

  options(results, width) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = { stroke: colour("--dim"), grid: { stroke: colour("--line"), width: 0.7 }, ticks: { show: false }, font: `11px ${style.fontFamily}` };
    const points = (name) => ({ paths: () => null, points: { show: true, size: 6, fill: colour(name), stroke: colour(name) } });
    return {
      width: Math.max(width, 240), height: HEIGHT, legend: { show: false }, cursor: { show: false },
      title: `${pick(results[0].display)} ${unitOf(results[0])}`,
      axes: [{ ...axis, ...this.clock(results) }, { ...axis, size: 36, space: 22 }],
      series: [{}, points("--ink"), points("--act")],
    };
  }
}
customElements.define("results-trend", ResultsTrend);
