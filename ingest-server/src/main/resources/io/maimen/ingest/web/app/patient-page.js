import { html } from "lit";
import { api } from "./api.js";
import { clockTime, countdown, limit, measured, unitText } from "./format.js";
import { treats } from "./may.js";
import { store } from "./store.js";
import { identifiers, patientLink, sexAndAge, stateText } from "./subject.js";
import { pick, t } from "./texts.js";
import { View } from "./view.js";
import "./blood-pressure-chart.js";
import "./blood-pressure-means.js";
import "./measuring-now.js";
import "./patient-devices.js";
import "./patient-entries.js";
import "./patient-merge.js";
import "./results-table.js";

const DAYS = 30;
const READINGS = 30;

/** One patient: what is open, thirty days of blood pressure, the latest readings, and what is entered by people. */
class PatientPage extends View {
  static properties = { patient: {}, about: { state: true }, readings: { state: true }, pressure: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.hear(store, "device", () => this.load());
    this.hear(store, "caughtUp", () => this.load());
    this.hear(this, "entered", () => this.load());
    this.tick();
  }

  willUpdate(changed) {
    if (!changed.has("patient")) return;
    Object.assign(this, { about: null, readings: [], pressure: null });
    this.load();
  }

  async load() {
    const { patient } = this;
    const answers = await this.asks(() =>
      Promise.all([api.patient(patient), api.patientReadings(patient, READINGS), api.bloodPressure(patient, DAYS)]),
    );
    if (!answers || patient !== this.patient) return;
    const [about, { readings }, pressure] = answers;
    Object.assign(this, { about, readings, pressure });
  }

  render() {
    const { about } = this;
    if (!about) return html`<section class="page">${this.refused()}</section>`;
    return html`
      <section class="page" tabindex="0">
        <div class="head">
          <div>
            <h1>${about.name} <small>${sexAndAge(about)}</small></h1>
            <p>${identifiers(about)}</p>
          </div>
          ${about.simulated ? html`<p class="simulated">${t("patient.simulated")}</p>` : ""}
        </div>
        ${about.merged ? html`<p class="card">${t("patient.merged")} ${patientLink({ id: about.merged, name: about.merged })}</p>` : ""}
        ${this.refused()}
        ${this.open().map((alert) => this.alert(alert))}
        <div class="two">
          <div class="stack">
            <blood-pressure-chart .pressure=${this.pressure} .days=${DAYS} .language=${this.language}></blood-pressure-chart>
            <div class="card">
              <h2>${t("patient.readings")} <span class="dim">${t("patient.readings.lead")}</span></h2>
              <results-table .results=${this.readings} .language=${this.language}></results-table>
            </div>
          </div>
          <div class="stack">
            <blood-pressure-means .pressure=${this.pressure} .language=${this.language}></blood-pressure-means>
            ${treats(store.me) ? html`<patient-entries .patient=${about} .language=${this.language}></patient-entries>
              <measuring-now .patient=${about} .language=${this.language}></measuring-now>` : html`<p class="card dim">${t("step.not.keeper")}</p>`}
            <patient-devices .patient=${about} .language=${this.language}></patient-devices>
            ${treats(store.me) ? html`<patient-merge .patient=${about} .language=${this.language}></patient-merge>` : ""}
          </div>
        </div>
      </section>`;
  }

  open() {
    return store.list("open").filter((alert) => alert.patient?.id === this.patient);
  }

  alert(alert) {
    const left = alert.state === "new" && alert.dueAt ? new Date(alert.dueAt) - Date.now() : null;
    return html`
      <a class="banner ${alert.priority} ${alert.state} ${alert.ended ? "ended" : ""}" href="#/worklist/${encodeURIComponent(alert.id)}" data-alert=${alert.id}>
        <b class="tag">${alert.priority}</b>
        <div><p class="finding"><b>${pick(alert.rule.text)}</b>
            <span class="big">${measured(alert)}</span> ${unitText(alert.unit)} <span class="dim">· ${t("alert.limit", { limit: limit(alert) })}</span></p>
          <p class="dim">${t("alert.measured", { time: clockTime(alert.measuredAt) })} · ${stateText(alert)} ·
            ${t(`alert.condition.${alert.ended?.reason ?? alert.condition}`)}</p></div>
        ${left === null ? "" : html`<div class="count ${left < 0 ? "over" : ""}"><b>${countdown(left)}</b><span>${t(left < 0 ? "alert.over" : "alert.left")}</span></div>`}
      </a>`;
  }
}
customElements.define("patient-page", PatientPage);
