import { html } from "lit";
import uPlot from "uplot";
import { pick } from "./texts.js";
import { View } from "./view.js";

/** Numeric results over time, one chart a test, as points: specimens are different people, so nothing joins them. */
class ResultsTrend extends View {
  static properties = { results: {}, language: {} };

  render() {
    return html`<div class="trends"></div>`;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.charts?.forEach((chart) => chart.destroy());
  }

  updated() {
    this.charts?.forEach((chart) => chart.destroy());
    const place = this.querySelector(".trends");
    this.charts = [...this.byTest()].map(([, results]) => new uPlot(this.options(results), this.data(results), place));
  }

  byTest() {
    const tests = new Map();
    for (const result of this.results.filter((r) => r.value !== null && !r.statuses.includes("QUALITY_CONTROL"))) {
      if (!tests.has(result.code)) tests.set(result.code, []);
      tests.get(result.code).push(result);
    }
    return tests;
  }

  data(results) {
    const inOrder = [...results].sort((a, b) => a.measuredAt.localeCompare(b.measuredAt));
    return [inOrder.map((r) => new Date(r.measuredAt) / 1000), inOrder.map((r) => Number(r.value))];
  }

  options(results) {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    const axis = { stroke: colour("--dim"), grid: { stroke: colour("--line"), width: 0.7 }, ticks: { show: false }, font: "11px system-ui" };
    return {
      width: 460, height: 130, legend: { show: false }, cursor: { show: false },
      title: `${pick(results[0].display)} ${results[0].unit}`,
      scales: { x: { time: true } },
      axes: [{ ...axis, values: "{HH}:{mm}" }, { ...axis, size: 40 }],
      series: [{}, { paths: () => null, points: { show: true, size: 6, fill: colour("--ink"), stroke: colour("--ink") } }],
    };
  }
}
customElements.define("results-trend", ResultsTrend);
