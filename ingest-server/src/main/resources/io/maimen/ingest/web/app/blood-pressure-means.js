import { html } from "lit";
import { unitText } from "./format.js";
import { t } from "./texts.js";
import { View } from "./view.js";

/** Means of morning and evening beside the limit, and on how many days there is a reading at all. */
class BloodPressureMeans extends View {
  static properties = { pressure: {} };

  render() {
    const { readings = [], means = {}, limits } = this.pressure ?? {};
    if (!readings.length) return html``;
    const days = new Set(readings.map(({ measuredAt }) => new Date(measuredAt).toDateString())).size;
    return html`
      <div class="card">
        <h2>${t("means.title")}</h2>
        <dl class="means">
          ${this.mean("morning", means.morning, limits)} ${this.mean("evening", means.evening, limits)}
          ${limits ? html`<dt>${t("means.limit")}</dt><dd class="plain">${t("means.below", { limit: `${limits.systolic}/${limits.diastolic} ${unitText("mm[Hg]")}` })}</dd>` : ""}
          <dt>${t("means.days")}</dt><dd class="plain">${t("unit.day", { n: days })}</dd>
        </dl>
      </div>`;
  }

  mean(period, mean, limits) {
    if (!mean?.count) return html`<dt>${t(`pressure.${period}`)}</dt><dd class="plain dim">—</dd>`;
    const high = limits && (Number(mean.systolic) >= limits.systolic || Number(mean.diastolic) >= limits.diastolic);
    return html`<dt>${t(`pressure.${period}`)}</dt>
      <dd class=${high ? "above" : ""}>${mean.systolic}/${mean.diastolic} <small>${high ? t("means.above") : ""}</small></dd>`;
  }
}
customElements.define("blood-pressure-means", BloodPressureMeans);
