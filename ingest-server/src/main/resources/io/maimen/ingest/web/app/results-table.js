import { html } from "lit";
import { clockTime, measured } from "./format.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";

/** Results as a table, in the device's own digits; a missing value says why. {@code marked} is the code to stress. */
class ResultsTable extends View {
  static properties = { results: {}, marked: {}, language: {} };

  render() {
    if (!this.results?.length) return html`<p class="dim">${t("results.none")}</p>`;
    return html`
      <table class="results">
        <thead><tr>
          <th>${t("results.specimen")}</th><th>${t("results.test")}</th><th class="n">${t("results.value")}</th><th></th>
          <th>${t("results.measured")}</th><th>${t("results.received")}</th><th>${t("results.status")}</th>
        </tr></thead>
        <tbody>${this.results.map((result) => this.row(result))}</tbody>
      </table>`;
  }

  row(result) {
    return html`
      <tr class=${result.code === this.marked ? "marked" : ""}>
        <td>${result.specimen ?? "—"}</td>
        <td>${pick(result.display) || result.code}</td>
        <td class="n">${result.value === null ? "" : measured(result)}</td>
        <td class="dim">${result.value === null ? html`<span class="absent">${this.absent(result)}</span>` : result.unit}</td>
        <td>${clockTime(result.measuredAt)}</td>
        <td class="dim">${clockTime(result.receivedAt)}</td>
        <td>${result.statuses.map((status) => html`<span class="flag">${t(`status.${status}`)}</span>`)}
          ${result.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}</td>
      </tr>`;
  }

  absent(result) {
    return t("results.absent", { reason: t(`absent.${result.absentReason}`) });
  }
}
customElements.define("results-table", ResultsTable);
