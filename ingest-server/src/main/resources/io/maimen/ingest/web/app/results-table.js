import { html } from "lit";
import { absentReason, clockTime, hasValue, measured, unitOf } from "./format.js";
import { patientLink, sourceText } from "./subject.js";
import { isSymptom, symptomName, symptoms } from "./symptoms.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";

/**
 * Results as a table, in the device's own digits; a missing value says why, and every value is the way to its bytes.
 * {@code marked} is the code to stress; {@code people} adds whose each is.
 */
class ResultsTable extends View {
  static properties = { results: {}, marked: {}, people: {}, symptoms: { state: true } };

  async updated(changed) {
    const wanted = changed.has("results") && !this.symptoms && this.results?.some(isSymptom);
    if (wanted) this.symptoms = await this.asks(symptoms);
  }

  render() {
    const { results } = this;
    if (!results?.length) return html`<p class="dim">${t("results.none")}</p>`;
    const columns = { people: this.people, source: results.some((result) => sourceText(result)) };
    return html`
      <table class="results">
        <thead><tr>
          ${columns.people ? html`<th>${t("results.patient")}</th>` : ""}${columns.source ? html`<th>${t("results.source")}</th>` : ""}
          <th>${t("results.test")}</th><th class="n">${t("results.value")}</th><th></th>
          <th>${t("results.measured")}</th><th class="received">${t("results.received")}</th><th>${t("results.status")}</th>
        </tr></thead>
        <tbody>${results.map((result) => this.row(result, columns))}</tbody>
      </table>`;
  }

  row(result, columns) {
    return html`
      <tr class=${result.code === this.marked ? "marked" : ""} data-observation=${result.observationId}>
        ${columns.people ? html`<td>${result.patient ? patientLink(result.patient) : "—"}</td>` : ""}
        ${columns.source ? html`<td>${sourceText(result) || "—"}</td>` : ""}
        <td>${pick(result.display) || result.code}</td>
        <td class="n"><a href="#/bytes/${result.observationId}" title=${t("bytes.open")}>${this.value(result)}</a></td>
        <td class="dim">${hasValue(result) ? unitOf(result) : ""}</td>
        <td>${clockTime(result.measuredAt)}</td>
        <td class="dim received">${clockTime(result.receivedAt)}</td>
        <td>${result.statuses.map((status) => html`<span class="flag">${t(`status.${status}`)}</span>`)}
          ${result.simulated ? html`<em>${t("alert.simulated")}</em>` : ""}</td>
      </tr>`;
  }

  value(result) {
    if (isSymptom(result)) return symptomName(this.symptoms, result.value);
    return hasValue(result) ? measured(result) : html`<span class="absent">${this.absent(absentReason(result))}</span>`;
  }

  absent(reason) {
    return t("results.absent", { reason: t(`absent.${reason}`) });
  }
}
customElements.define("results-table", ResultsTable);
